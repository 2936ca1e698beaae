package org.ticketingos.access;

/** A change to who may do what that cannot be made, with the reason in one sentence for people. */
public class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    /** @param key names the sentence in the books of phrases, for readers of other languages */
    AccessRefused(String key, String sentence) {
        super(sentence);
        this.key = key;
    }

    public String key() {
        return key;
    }
}

package org.ticketingos.channel;

/** A message could not be handed over. */
public class DeliveryFailed extends Exception {

    private final boolean forGood;

    /** @param forGood trying again is useless, for example because the address does not exist */
    public DeliveryFailed(String sentence, boolean forGood, Throwable cause) {
        super(sentence, cause);
        this.forGood = forGood;
    }

    public boolean forGood() {
        return forGood;
    }
}

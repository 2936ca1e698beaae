package org.ticketingos.channel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against the sender of a mail.
 *
 * @param spf what our mail server found (RFC 8601: pass, fail, softfail, none, …); null when it did not say
 * @param dkim the same of the signature
 * @param dmarc the same of both against the address people see
 * @param looksLike a domain known to us that the sender's resembles without being it
 * @param answersTo where the sender wants answers, when that is foreign to the sender; answers do not go there
 * @param bankChange the text asks to change bank details
 */
public record SenderTrust(
        @Nullable String spf,
        @Nullable String dkim,
        @Nullable String dmarc,
        @Nullable String looksLike,
        @Nullable String answersTo,
        boolean bankChange) {

    static final SenderTrust UNSAID = new SenderTrust(null, null, null, null, null, false);

    /** How far a sender may be believed. */
    public enum Verdict {
        /** The domain people see has signed or sent it (DMARC pass). */
        PROVED,
        /** Nobody vouches for it, nothing speaks against it. */
        OPEN,
        /** Something speaks against it. */
        DOUBTFUL
    }

    public Verdict verdict() {
        if ("fail".equals(dmarc) || looksLike != null || answersTo != null) {
            return Verdict.DOUBTFUL;
        }
        return "pass".equals(dmarc) ? Verdict.PROVED : Verdict.OPEN;
    }

    /** What a person has to know before acting on the mail, the gravest first. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if ("fail".equals(dmarc)) {
            warnings.add("The sender may be forged: the domain in the address has not sent this mail (DMARC fail).");
        }
        if (looksLike != null) {
            warnings.add("The sender's domain looks like " + looksLike + " but is another one.");
        }
        if (answersTo != null) {
            warnings.add("Answers were asked to go to " + answersTo + "; they go to the sender instead.");
        }
        if (bankChange) {
            warnings.add("This mail is about new bank details. Call the client on a number you already have"
                    + " before anything is changed.");
        }
        return warnings;
    }

    /** What the mail server found, in one line; empty when it said nothing. */
    public String proofs() {
        List<String> proofs = new ArrayList<>();
        add(proofs, "SPF", spf);
        add(proofs, "DKIM", dkim);
        add(proofs, "DMARC", dmarc);
        return String.join(", ", proofs);
    }

    private static void add(List<String> proofs, String name, @Nullable String result) {
        if (result != null) {
            proofs.add(name + " " + result);
        }
    }
}

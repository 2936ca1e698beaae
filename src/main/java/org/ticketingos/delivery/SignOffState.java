package org.ticketingos.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the sign-off of one delivery is.
 *
 * @param needed how many have to accept
 * @param seats everybody who is asked; empty while any one person decides alone
 * @param words all that was said, the first word first: a changed mind stands there twice
 * @param term from when silence counts as acceptance
 */
public record SignOffState(int needed, List<Seat> seats, List<Word> words, Instant term) {

    /** Whether several people are asked. */
    public boolean isShared() {
        return !seats.isEmpty();
    }

    public long accepted() {
        return seats.stream().filter(seat -> seat.word() != null && seat.word().accepts()).count();
    }

    public long open() {
        return seats.stream().filter(seat -> seat.word() == null).count();
    }

    /**
     * One approver.
     *
     * @param word what this approver says now; null while silent
     */
    public record Seat(String id, String name, String mail, @Nullable String login, @Nullable Word word) {

        /** Whether this seat is this person's, by log-in name or mail address. */
        public boolean isOf(String someLogin, String someMail) {
            return someLogin.equals(login) || someLogin.equalsIgnoreCase(mail)
                    || !someMail.isBlank() && someMail.equalsIgnoreCase(mail);
        }
    }

    /**
     * One decision, as evidence.
     *
     * @param approver log-in name or mail address
     * @param identified {@code LOGIN} by name and password, {@code LINK} by a signed link to the address
     * @param contentHash SHA-256 of what was decided on
     */
    public record Word(
            String approver,
            String identified,
            boolean accepts,
            String comment,
            List<ItemVerdict> items,
            String contentHash,
            Instant at) {}
}

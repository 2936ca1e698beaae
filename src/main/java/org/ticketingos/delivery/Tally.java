package org.ticketingos.delivery;

/** What n of m means: accepted when n accept, rejected as soon as so many reject that n can no more be reached. */
enum Tally {
    OPEN,
    ACCEPTED,
    REJECTED;

    static Tally of(int needed, int seats, int accepted, int rejected) {
        if (needed < 1 || needed > seats || accepted + rejected > seats) {
            throw new IllegalArgumentException(
                    accepted + " accept and " + rejected + " reject, " + needed + " of " + seats + " needed");
        }
        if (accepted >= needed) {
            return ACCEPTED;
        }
        return rejected >= seats - needed + 1 ? REJECTED : OPEN;
    }
}

package org.ticketingos.macro;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketRefused;

/** What texts and macros have in common where they are kept. */
final class Keeping {

    private static final int LONGEST = 20_000;

    private Keeping() {}

    static void allowed(CurrentUser who) {
        if (!who.is(Role.SUPERVISOR) && !who.is(Role.ADMIN)) {
            throw new TicketRefused("Only supervisors change prepared texts and macros.");
        }
    }

    static void named(String title, String body) {
        if (title.isBlank()) {
            throw new TicketRefused("Give it a title, so that people find it.");
        }
        if (title.length() > 200 || body.length() > LONGEST) {
            throw new TicketRefused("A title has at most 200 characters, a text " + LONGEST + ".");
        }
    }

    static Fits fits(ResultSet row) throws SQLException {
        String client = row.getString("client_id");
        String line = row.getString("line");
        String role = row.getString("role");
        return new Fits(
                client == null ? null : new ClientId(client),
                line == null ? null : ServiceLine.of(line),
                role == null ? null : Role.valueOf(role));
    }

    static @Nullable String client(Fits fits) {
        return fits.client() == null ? null : fits.client().value();
    }

    static @Nullable String line(Fits fits) {
        return fits.line() == null ? null : fits.line().code();
    }

    static @Nullable String role(Fits fits) {
        return fits.role() == null ? null : fits.role().name();
    }
}

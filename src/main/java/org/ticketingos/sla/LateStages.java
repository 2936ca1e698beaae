package org.ticketingos.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketNumber;

/** Open tickets with a target of our own near its end or missed. For supervisors. */
@Service
public class LateStages {

    private static final int MOST_ROWS = 200;

    private final InternalRows rows;

    LateStages(InternalRows rows) {
        this.rows = rows;
    }

    /** One such clock. */
    public record Late(
            TicketNumber number,
            String subject,
            String clientName,
            String clock,
            Stage stage,
            @Nullable String owner,
            Instant dueAt,
            boolean missed) {}

    /** At most 200, the first warned first. */
    @Transactional(readOnly = true)
    public List<Late> open() {
        return CurrentUser.find().filter(CurrentUser::isClient).isPresent() ? List.of() : rows.late(MOST_ROWS);
    }
}

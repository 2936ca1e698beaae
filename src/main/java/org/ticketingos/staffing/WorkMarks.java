package org.ticketingos.staffing;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;

/** Keeps what people did by person, so that a day of work is one look along an index. */
@Component
class WorkMarks {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before others that ask how long somebody worked. */
    @EventListener
    @Order(0)
    void follow(RecordedEvent event) {
        String agent = event.fact("agent");
        boolean self = event.actor().equals(agent);
        switch (event.kind()) {
            case "step-taken" -> mark(event, agent, self ? "TAKEN" : "GIVEN");
            case "step-done" -> mark(event, agent, "ENDED");
            case "step-released" -> mark(event, agent, self ? "ENDED" : "LOST");
            case "note-written", "reply-written" -> {
                if (!event.actor().equals("system")) {
                    mark(event, event.actor(), "WROTE");
                }
            }
            case "work-time-corrected" -> jdbc.sql("""
                            insert into work_correction (seq, ticket_id, client_id, login, day, minutes, reason, by_login, at)
                            select ?, id, client_id, ?, ?::date, ?::int, ?, ?, ? from ticket where id = ?""")
                    .params(event.seq(), agent, event.fact("day"), event.fact("minutes"), event.fact("reason"),
                            event.actor(), Timestamp.from(event.at()), event.ticketId().value())
                    .update();
            default -> {}
        }
    }

    private void mark(RecordedEvent event, String login, String kind) {
        jdbc.sql("""
                        insert into work_mark (seq, ticket_id, client_id, login, task, kind, at)
                        select ?, id, client_id, ?, ?, ?, ? from ticket where id = ?""")
                .params(event.seq(), login, event.fact("task"), kind, Timestamp.from(event.at()), event.ticketId().value())
                .update();
    }

    @EventListener
    void came(InteractiveAuthenticationSuccessEvent logIn) {
        presence(logIn.getAuthentication().getName(), "ON");
    }

    @EventListener
    void left(LogoutSuccessEvent logOut) {
        presence(logOut.getAuthentication().getName(), "OFF");
    }

    private void presence(String login, String kind) {
        jdbc.sql("insert into work_presence (login, kind, at) values (?, ?, ?)")
                .params(login, kind, Timestamp.from(clock.instant()))
                .update();
    }
}

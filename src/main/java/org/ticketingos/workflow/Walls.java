package org.ticketingos.workflow;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketRefused;

/** Clients a person is kept apart from, because they serve a competitor (SEC-1). */
@Component
class Walls {

    private final JdbcClient jdbc;

    Walls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(String login) {
        List<String> walls = Scope.system(() -> jdbc.sql("select client_id from agent_wall where login = ?")
                .param(login)
                .query(String.class)
                .list());
        return walls == null ? List.of() : walls;
    }

    void check(String login, String name, ClientId client) {
        if (of(login).contains(client.value())) {
            throw new TicketRefused(name + " is kept apart from this client and cannot take its steps.");
        }
    }
}

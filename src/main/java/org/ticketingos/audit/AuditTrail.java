package org.ticketingos.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketId;

/**
 * Remembers every act in the hash chain of its client, in the transaction of the act itself. What is remembered are
 * ids and facts, never personal data.
 */
@Service
public class AuditTrail {

    private final Chain chain;
    private final Checkpoints checkpoints;
    private final DataSource database;
    private final JsonMapper json = JsonMapper.builder().build();

    AuditTrail(Chain chain, Checkpoints checkpoints, DataSource database) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.database = database;
    }

    @EventListener
    void remember(RecordedEvent event) {
        Pending.current(chain).add(event.seq());
    }

    /** Remembers an act that is about no ticket: a log-in, a setting, a deployment, an export. */
    @Transactional
    public void record(ClientId client, String actor, String event, Map<String, ?> facts) {
        try {
            Pending.current(chain)
                    .add(new Chain.Act(client, actor, event, null, null, json.writeValueAsString(facts)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts must be plain values: " + facts, e);
        }
    }

    /** A client's entries, newest first; give the last sequence number seen to get those before it. */
    @Transactional(readOnly = true)
    public List<AuditEntry> entries(ClientId client, long before, int limit) {
        return chain.page(client, before, limit);
    }

    /** Everything remembered about a ticket, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(TicketId ticket) {
        return chain.of(ticket);
    }

    /** Reads a client's whole chain and names the first entry that does not hold. */
    public Verification verify(ClientId client) {
        Verifier verifier = checkpoints.verifier();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return verifier.verify(connection, client);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the chain of " + client + " cannot be read", e);
        }
    }

    /** All chains the caller may see. */
    public List<Verification> verifyAll() {
        return chain.clients().stream().map(this::verify).toList();
    }

    /** Signs what has grown since the last time and keeps a copy outside the database. */
    public List<Checkpoint> checkpoint() {
        return checkpoints.seal();
    }
}

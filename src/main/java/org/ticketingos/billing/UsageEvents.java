package org.ticketingos.billing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/** The table of usage: rows come, none goes or changes. */
@Repository
class UsageEvents {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A kept usage.
     *
     * @param corrects the row this one takes back; null for an original
     * @param corrected whether another row takes this one back
     */
    record Kept(UUID id, Usage usage, String sha256, @Nullable UUID corrects, boolean corrected) {

        boolean counts() {
            return corrects == null && !corrected;
        }
    }

    /** True when the row is new; false when its name was taken. */
    boolean insert(Usage usage, @Nullable UUID corrects) {
        return jdbc.sql("""
                        insert into usage_event (id, client_id, contract_id, ticket_id, source, external_id, unit,
                                                 quantity, agent, day, reason, payload_sha256, corrects_id, recorded_at)
                        values (:id, :client, :contract, :ticket, :source, :external, :unit, :quantity, :agent, :day,
                                :reason, :sha, :corrects, :at)
                        on conflict (client_id, source, external_id) do nothing""")
                .param("id", TicketId.next(clock.instant()).value())
                .param("client", usage.client().value())
                .param("contract", usage.contractId())
                .param("ticket", usage.ticket() == null ? null : usage.ticket().value())
                .param("source", usage.source())
                .param("external", usage.externalId())
                .param("unit", usage.unit())
                .param("quantity", usage.quantity())
                .param("agent", usage.agent())
                .param("day", usage.day())
                .param("reason", usage.reason())
                .param("sha", usage.sha256())
                .param("corrects", corrects)
                .param("at", Timestamp.from(clock.instant()))
                .update() > 0;
    }

    Optional<Kept> find(ClientId client, String source, String externalId) {
        return query("u.client_id = ? and u.source = ? and u.external_id = ?", client.value(), source, externalId)
                .stream()
                .findFirst();
    }

    List<Kept> of(TicketId ticket) {
        return query("u.ticket_id = ?", ticket.value());
    }

    List<Kept> of(String contractId, YearMonth month) {
        return query("u.contract_id = ? and u.day >= ? and u.day < ?",
                contractId, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Months in which a contract has usage that no charge has taken up. */
    List<YearMonth> unbilledMonths(String contractId) {
        return jdbc.sql("""
                        select distinct date_trunc('month', day)::date from usage_event u where contract_id = ?
                        and not exists (select 1 from charge_usage c where c.usage_id = u.id) order by 1""")
                .param(contractId)
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    private List<Kept> query(String condition, Object... values) {
        return jdbc.sql("""
                        select u.*, exists (select 1 from usage_event c where c.corrects_id = u.id) as corrected
                        from usage_event u where %s order by u.recorded_at, u.id""".formatted(condition))
                .params(List.of(values))
                .query(UsageEvents::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        UUID ticket = row.getObject("ticket_id", UUID.class);
        BigDecimal quantity = row.getBigDecimal("quantity");
        Usage usage = new Usage(
                new ClientId(row.getString("client_id")),
                row.getString("contract_id"),
                ticket == null ? null : new TicketId(ticket),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("unit"),
                quantity,
                row.getString("agent"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"));
        return new Kept(
                row.getObject("id", UUID.class),
                usage,
                row.getString("payload_sha256"),
                row.getObject("corrects_id", UUID.class),
                row.getBoolean("corrected"));
    }
}

package org.ticketingos.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.TicketRefused;

/** Who is away when, and who stands in. */
@Service
@Transactional
public class Absences {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Clock clock;

    Absences(JdbcClient jdbc, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.clock = clock;
    }

    /** @param deputy who stands in; null: the work goes back to its queues */
    public record Away(
            long id, String login, Instant from, Instant to, String reason, @Nullable String deputy, boolean started) {}

    public void enter(
            String login, Instant from, Instant to, String reason, @Nullable String deputy, CurrentUser who) {
        mayArrange(login, who);
        Agent agent = agent(login);
        if (!from.isBefore(to) || !to.isAfter(clock.instant())) {
            throw new TicketRefused("An absence ends after it begins, and not in the past.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new TicketRefused("An absence lasts a year at most.");
        }
        if (reason.isBlank() || reason.strip().length() > 100) {
            throw new TicketRefused("Say in at most 100 characters why: holiday, training, illness.");
        }
        between(login, from, to).stream().findFirst().ifPresent(other -> {
            throw new TicketRefused(agent.name() + " is away then already: " + other.reason() + ".");
        });
        if (deputy != null) {
            mayStandIn(agent, agent(deputy), from, to);
        }
        standingIn(login, from, to).stream().findFirst().ifPresent(other -> {
            throw new TicketRefused(agent.name() + " stands in for " + other.login()
                    + " then. Let that absence name somebody else first.");
        });
        jdbc.sql("insert into absence (login, from_at, to_at, reason, deputy, entered_by) values (?, ?, ?, ?, ?, ?)")
                .params(login, Timestamp.from(from), Timestamp.from(to), reason.strip(), deputy, who.login())
                .update();
    }

    private void mayStandIn(Agent away, Agent deputy, Instant from, Instant to) {
        if (deputy.login().equals(away.login())) {
            throw new TicketRefused("Nobody stands in for themselves. Choose somebody else.");
        }
        between(deputy.login(), from, to).stream().findFirst().ifPresent(other -> {
            throw new TicketRefused(deputy.name() + " is away then too (" + other.reason() + "). Choose somebody else.");
        });
    }

    /** Takes back an absence that has not begun; ends one that has. */
    public void end(long id, CurrentUser who) {
        Away away = query("where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new TicketRefused("There is no such absence any more."));
        mayArrange(away.login(), who);
        Timestamp now = Timestamp.from(clock.instant());
        if (clock.instant().isBefore(away.from())) {
            jdbc.sql("delete from absence where id = ?").param(id).update();
        } else {
            jdbc.sql("update absence set to_at = greatest(?, from_at + interval '1 second') where id = ? and to_at > ?")
                    .params(now, id, now)
                    .update();
        }
    }

    /** A person's present and coming absences, the next first. */
    @Transactional(readOnly = true)
    public List<Away> of(String login) {
        return query("where login = ? and to_at > ? order by from_at", login, Timestamp.from(clock.instant()));
    }

    /** Everybody's. */
    @Transactional(readOnly = true)
    public List<Away> team() {
        return query("where to_at > ? order by from_at, login limit 500", Timestamp.from(clock.instant()));
    }

    /** Which of these absences have begun and not been acted upon, or are over and not been brought back. */
    List<Away> toStart() {
        Timestamp now = Timestamp.from(clock.instant());
        return query("where from_at <= ? and to_at > ? and ended_at is null", now, now);
    }

    List<Away> toEnd() {
        return query("where to_at <= ? and started_at is not null and ended_at is null", Timestamp.from(clock.instant()));
    }

    void started(long id) {
        jdbc.sql("update absence set started_at = coalesce(started_at, ?) where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    void ended(long id) {
        jdbc.sql("update absence set ended_at = ? where id = ?").params(Timestamp.from(clock.instant()), id).update();
    }

    private List<Away> between(String login, Instant from, Instant to) {
        return query("where login = ? and from_at < ? and to_at > ?", login, Timestamp.from(to), Timestamp.from(from));
    }

    private List<Away> standingIn(String deputy, Instant from, Instant to) {
        return query("where deputy = ? and from_at < ? and to_at > ?", deputy, Timestamp.from(to), Timestamp.from(from));
    }

    private List<Away> query(String condition, Object... values) {
        return jdbc.sql("select * from absence " + condition).params(List.of(values)).query(Absences::away).list();
    }

    private static Away away(ResultSet row, int n) throws SQLException {
        return new Away(
                row.getLong("id"),
                row.getString("login"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getString("reason"),
                row.getString("deputy"),
                row.getTimestamp("started_at") != null);
    }

    private Agent agent(String login) {
        return roster.agent(login)
                .orElseThrow(() -> new TicketRefused("There is no agent with the log-in name " + login + "."));
    }

    private static void mayArrange(String login, CurrentUser who) {
        if (!who.login().equals(login) && !who.is(Role.SUPERVISOR)) {
            throw new TicketRefused("Only " + login + " or a supervisor arranges this absence.");
        }
    }
}

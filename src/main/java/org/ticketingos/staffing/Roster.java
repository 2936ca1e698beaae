package org.ticketingos.staffing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;

/** Our people: what they can do, when they work, who is away, and how much each has in hand. */
@Repository
@Transactional
public class Roster {

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final Clock clock;

    Roster(JdbcClient jdbc, WorkCalendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    public void add(Agent agent) {
        jdbc.sql("insert into agent (login, name, capacity, languages, joined_on) values (?, ?, ?, ?, ?)")
                .params(
                        agent.login(),
                        agent.name(),
                        agent.capacity(),
                        agent.languages().toArray(String[]::new),
                        agent.joined())
                .update();
        agent.skills().forEach((skill, level) -> jdbc.sql(
                        "insert into agent_skill (login, skill, level) values (?, ?, ?)")
                .params(agent.login(), skill, level)
                .update());
        changeShift(agent.login(), agent.shift(), agent.joined());
    }

    /** Another weekly pattern from a day on. */
    public void changeShift(String login, String calendar, LocalDate from) {
        jdbc.sql("insert into shift (login, valid_from, calendar_id) values (?, ?, ?)")
                .params(login, from, calendar)
                .update();
    }

    public void away(Absence absence) {
        jdbc.sql("insert into absence (login, from_at, to_at, reason, deputy) values (?, ?, ?, ?, ?)")
                .params(absence.login(), Timestamp.from(absence.from()), Timestamp.from(absence.to()), absence.reason(),
                        absence.deputy())
                .update();
    }

    /** From now on this person sees and does nothing for that client. */
    public void wall(String login, ClientId client, String reason) {
        jdbc.sql("insert into agent_wall (login, client_id, reason) values (?, ?, ?)")
                .params(login, client.value(), reason)
                .update();
    }

    /** Everybody, by name, with the shift that holds today. */
    @Transactional(readOnly = true)
    public List<Agent> all() {
        return agents("");
    }

    @Transactional(readOnly = true)
    public Optional<Agent> agent(String login) {
        return agents(login).stream().findFirst();
    }

    /** Who works at that instant and is not away. */
    @Transactional(readOnly = true)
    public List<Agent> onShift(Instant at) {
        Map<String, Absence> away = away(at);
        Map<String, WorkCalendar> patterns = new HashMap<>();
        return all().stream()
                .filter(agent -> !away.containsKey(agent.login()))
                .filter(agent -> patterns.computeIfAbsent(agent.shift(), calendars::get).isOpen(at))
                .toList();
    }

    /** Who is away at that instant, by log-in name. */
    @Transactional(readOnly = true)
    public Map<String, Absence> away(Instant at) {
        Map<String, Absence> away = new HashMap<>();
        jdbc.sql("select * from absence where from_at <= :at and to_at > :at order by to_at")
                .param("at", Timestamp.from(at))
                .query((row, n) -> new Absence(
                        row.getString("login"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("reason"),
                        row.getString("deputy")))
                .list()
                .forEach(absence -> away.put(absence.login(), absence));
        return away;
    }

    /** Requests each person has in hand, by log-in name; what waits for the client or the books is in nobody's hand. */
    @Transactional(readOnly = true)
    public Map<String, Integer> loads() {
        Map<String, Integer> loads = new HashMap<>();
        jdbc.sql("""
                        select owner, count(*) as load from ticket
                        where closed_at is null and owner is not null and kind = 'REQUEST' and status <> 'MERGED'
                          and stage in ('ASSIGN', 'PROCESS', 'QUALITY_CHECK', 'DEFECT_LOGGING')
                        group by owner""")
                .query(row -> {
                    loads.put(row.getString("owner"), row.getInt("load"));
                });
        return loads;
    }

    /** One person, or everybody when the log-in name is empty. */
    private List<Agent> agents(String login) {
        return jdbc.sql("""
                        select a.*, s.calendar_id,
                               array(select skill || '=' || level from agent_skill k where k.login = a.login) as skills
                        from agent a
                        join lateral (select calendar_id from shift where login = a.login and valid_from <= :today
                                      order by valid_from desc limit 1) s on true
                        where :login in ('', a.login) order by a.name, a.login""")
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("login", login)
                .query(Roster::agent)
                .list();
    }

    private static Agent agent(ResultSet row, int n) throws SQLException {
        Map<String, Integer> skills = new HashMap<>();
        for (String skill : texts(row.getArray("skills"))) {
            int mark = skill.lastIndexOf('=');
            skills.put(skill.substring(0, mark), Integer.valueOf(skill.substring(mark + 1)));
        }
        return new Agent(
                row.getString("login"),
                row.getString("name"),
                row.getInt("capacity"),
                Set.of(texts(row.getArray("languages"))),
                skills,
                row.getString("calendar_id"),
                row.getObject("joined_on", LocalDate.class));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}

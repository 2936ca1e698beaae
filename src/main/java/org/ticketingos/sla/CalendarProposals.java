package org.ticketingos.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.CalendarPlan;

/** What administrators have proposed and nobody has decided. */
@Repository
class CalendarProposals {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarProposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(String calendar, CalendarPlan plan, String why, String by) {
        return jdbc.sql("""
                        insert into work_calendar_proposal (calendar_id, valid_from, plan, why, by_login, at)
                        values (?, ?, ?::jsonb, ?, ?, ?) returning id""")
                .params(calendar, plan.from(), json(plan), why, by, Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    List<CalendarDesk.Proposal> of(String calendar) {
        return jdbc.sql("select * from work_calendar_proposal where calendar_id = ? order by id")
                .param(calendar)
                .query((row, n) -> proposal(row))
                .list();
    }

    Optional<CalendarDesk.Proposal> find(long id) {
        return jdbc.sql("select * from work_calendar_proposal where id = ? for update")
                .param(id)
                .query((row, n) -> proposal(row))
                .optional();
    }

    void remove(long id) {
        jdbc.sql("delete from work_calendar_proposal where id = ?").param(id).update();
    }

    /** From that instant on due dates of the calendar may have moved; {@link CalendarChanges} tells the tickets. */
    void changed(String calendar, Instant countsFrom) {
        jdbc.sql("insert into calendar_change (calendar_id, counts_from, made_at) values (?, ?, ?)")
                .params(calendar, Timestamp.from(countsFrom), Timestamp.from(clock.instant()))
                .update();
    }

    private static CalendarDesk.Proposal proposal(ResultSet row) throws SQLException {
        return new CalendarDesk.Proposal(
                row.getLong("id"),
                row.getString("calendar_id"),
                plan(row.getString("plan")),
                row.getString("why"),
                row.getString("by_login"),
                row.getTimestamp("at").toInstant());
    }

    private static String json(CalendarPlan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CalendarPlan plan(String json) {
        try {
            return JSON.readValue(json, CalendarPlan.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

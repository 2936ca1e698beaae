package org.ticketingos.client;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.WorkCalendar.Block;

/** Business calendars as people keep them: each version with its three lists of holidays, and who made it and why. */
@Repository
@Transactional
public class CalendarBook {

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;

    CalendarBook(JdbcClient jdbc, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /**
     * One calendar of the list.
     *
     * @param contracts how many contracts count on it, {@code shifts} how many people's weeks are made of it
     */
    public record Head(String id, String name, ZoneId zone, int contracts, int shifts) {}

    /** One version, and who is answerable for it. */
    public record Kept(CalendarPlan plan, String by, Instant at, String why) {}

    /** Those with hours, by name. */
    @Transactional(readOnly = true)
    public List<Head> all() {
        return jdbc.sql("""
                        select c.id, c.name, c.zone,
                               (select count(*) from contract k where k.calendar_id = c.id) as contracts,
                               (select count(*) from shift s where s.calendar_id = c.id) as shifts
                        from work_calendar c
                        where exists (select 1 from work_calendar_version v where v.calendar_id = c.id)
                        order by c.name, c.id""")
                .query((row, n) -> new Head(
                        row.getString("id"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("contracts"),
                        row.getInt("shifts")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Head> find(String id) {
        return all().stream().filter(head -> head.id().equals(id)).findFirst();
    }

    /** The earliest first. */
    @Transactional(readOnly = true)
    public List<Kept> versions(String id) {
        return jdbc.sql("select * from work_calendar_version where calendar_id = ? order by valid_from")
                .param(id)
                .query((row, n) -> new Kept(
                        plan(id, row.getObject("valid_from", LocalDate.class)),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getString("why")))
                .list();
    }

    private CalendarPlan plan(String id, LocalDate from) {
        List<Block> blocks = jdbc.sql("""
                        select day, opens, closes from work_calendar_block
                        where calendar_id = ? and valid_from = ? order by day, opens""")
                .params(id, from)
                .query((row, n) -> new Block(
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list();
        List<Holiday> holidays = jdbc.sql("""
                        select day, name, list from work_calendar_holiday
                        where calendar_id = ? and valid_from = ? order by day, list""")
                .params(id, from)
                .query((row, n) -> new Holiday(
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        HolidayList.valueOf(row.getString("list"))))
                .list();
        return new CalendarPlan(from, blocks, holidays);
    }

    /** A calendar that did not exist; whoever counts on it counts on these hours since ever. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(String id, String name, ZoneId zone, CalendarPlan plan, String by, String why) {
        jdbc.sql("insert into work_calendar (id, name, zone) values (?, ?, ?)").params(id, name, zone.getId()).update();
        write(id, plan, by, why);
    }

    /** A version; one planned from the same day gives way. The database refuses what holds already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void supersede(String id, CalendarPlan plan, String by, String why) {
        withdraw(id, plan.from());
        write(id, plan, by, why);
        calendars.forget(id);
    }

    /** Whether a version from that day was there to be taken back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(String id, LocalDate from) {
        int gone = 0;
        for (String table : List.of("work_calendar_version", "work_calendar_block", "work_calendar_holiday")) {
            gone += jdbc.sql("delete from " + table + " where calendar_id = ? and valid_from = ?")
                    .params(id, from)
                    .update();
        }
        calendars.forget(id);
        return gone > 0;
    }

    private void write(String id, CalendarPlan plan, String by, String why) {
        for (Block block : plan.blocks()) {
            jdbc.sql("""
                            insert into work_calendar_block (calendar_id, valid_from, day, opens, closes)
                            values (?, ?, ?, ?, ?)""")
                    .params(id, plan.from(), block.day().getValue(), block.opens(), block.closes())
                    .update();
        }
        for (Holiday holiday : plan.holidays()) {
            jdbc.sql("""
                            insert into work_calendar_holiday (calendar_id, valid_from, day, name, list)
                            values (?, ?, ?, ?, ?)""")
                    .params(id, plan.from(), holiday.day(), holiday.name(), holiday.list().name())
                    .update();
        }
        jdbc.sql("insert into work_calendar_version (calendar_id, valid_from, made_by, why) values (?, ?, ?, ?)")
                .params(id, plan.from(), by, why)
                .update();
    }
}

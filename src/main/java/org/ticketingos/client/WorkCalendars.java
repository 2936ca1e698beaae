package org.ticketingos.client;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.client.WorkCalendar.Version;

/** All business calendars, each with every version it ever had. */
@Repository
@Transactional
public class WorkCalendars {

    /** New hours hold from tomorrow at the earliest, so nobody counts wrongly by what is a minute old. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    WorkCalendars(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new calendar with all its versions. */
    public void add(WorkCalendar calendar) {
        jdbc.sql("insert into work_calendar (id, name, zone) values (?, ?, ?)")
                .params(calendar.id(), calendar.name(), calendar.zone().getId())
                .update();
        calendar.versions().forEach(version -> insert(calendar.id(), version));
        forget(calendar.id());
    }

    /** New hours or holidays from a day on; hours already counted never change. */
    public void supersede(String id, Version version) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), get(id).zone());
        if (!version.from().isAfter(today)) {
            throw new IllegalArgumentException("a new version of calendar " + id + " can hold from tomorrow on, not from "
                    + version.from());
        }
        insert(id, version);
        forget(id);
    }

    /** The calendar has changed: it is read again from now on, and again once the change is in force. */
    void forget(String id) {
        read.remove(id);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    read.remove(id);
                }
            });
        }
    }

    @Transactional(readOnly = true)
    public WorkCalendar get(String id) {
        Read known = read.get(id);
        if (known != null && clock.instant().isBefore(known.staleAt)) {
            return known.calendar;
        }
        WorkCalendar calendar =
                find(id).orElseThrow(() -> new IllegalArgumentException("there is no calendar " + id));
        read.put(id, new Read(calendar, clock.instant().plus(FRESH)));
        return calendar;
    }

    @Transactional(readOnly = true)
    public Optional<WorkCalendar> find(String id) {
        return jdbc.sql("select id, name, zone from work_calendar where id = ?")
                .param(id)
                .query((row, n) -> new WorkCalendar(
                        row.getString("id"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        versions(row.getString("id"))))
                .optional();
    }

    private List<Version> versions(String id) {
        Map<LocalDate, List<Block>> blocks = new TreeMap<>();
        jdbc.sql("select valid_from, day, opens, closes from work_calendar_block where calendar_id = ?")
                .param(id)
                .query(row -> {
                    blocks.computeIfAbsent(row.getObject("valid_from", LocalDate.class), from -> new ArrayList<>())
                            .add(new Block(
                                    DayOfWeek.of(row.getInt("day")),
                                    row.getObject("opens", LocalTime.class),
                                    row.getObject("closes", LocalTime.class)));
                });
        Map<LocalDate, Map<LocalDate, String>> holidays = new LinkedHashMap<>();
        jdbc.sql("select valid_from, day, name from work_calendar_holiday where calendar_id = ?")
                .param(id)
                .query(row -> {
                    holidays.computeIfAbsent(row.getObject("valid_from", LocalDate.class), from -> new LinkedHashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getString("name"));
                });
        List<Version> versions = new ArrayList<>();
        blocks.forEach((from, week) -> versions.add(new Version(from, week, holidays.getOrDefault(from, Map.of()))));
        return versions;
    }

    private void insert(String id, Version version) {
        for (Block block : version.blocks()) {
            jdbc.sql("""
                            insert into work_calendar_block (calendar_id, valid_from, day, opens, closes)
                            values (?, ?, ?, ?, ?)""")
                    .params(id, version.from(), block.day().getValue(), block.opens(), block.closes())
                    .update();
        }
        version.holidays().forEach((day, name) -> jdbc.sql("""
                        insert into work_calendar_holiday (calendar_id, valid_from, day, name) values (?, ?, ?, ?)""")
                .params(id, version.from(), day, name)
                .update());
        jdbc.sql("insert into work_calendar_version (calendar_id, valid_from, made_by, why) values (?, ?, 'system', ?)")
                .params(id, version.from(), "First set up")
                .update();
    }

    private record Read(WorkCalendar calendar, Instant staleAt) {}
}

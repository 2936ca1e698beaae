package org.ticketingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.week;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.client.WorkCalendar.Version;

class WorkCalendarsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final WorkCalendars calendars = new WorkCalendars(Database.jdbc(), new Wired.Hands());

    @Test
    void what_was_added_is_read_back() {
        WorkCalendar office = new WorkCalendar("read-back", "Office", K1.zone(), K1.versions());
        calendars.add(office);

        WorkCalendar read = calendars.get("read-back");

        assertThat(read.versions()).hasSize(1);
        assertThat(read.versions().get(0).blocks()).containsExactlyInAnyOrderElementsOf(K1.versions().get(0).blocks());
        assertThat(read.versions().get(0).holidays()).isEqualTo(K1.versions().get(0).holidays());
        assertThat(read.zone()).isEqualTo(K1.zone());
    }

    @Test
    void a_new_version_holds_from_its_day_and_leaves_the_old_hours_alone() {
        calendars.add(new WorkCalendar("superseded", "Office", K1.zone(), K1.versions()));
        var shorter = week(EnumSet.of(DayOfWeek.MONDAY), "10:00-11:00");

        calendars.supersede("superseded", new Version(NEW_YEAR, shorter, Map.of(NEW_YEAR, "New Year")));

        assertThat(calendars.get("superseded").versions()).extracting(Version::from)
                .containsExactly(Version.SINCE_EVER, NEW_YEAR);
        assertThatThrownBy(() -> calendars.supersede(
                        "superseded", new Version(LocalDate.of(2026, 1, 21), shorter, Map.of())))
                .hasMessageContaining("from tomorrow on");
    }

    @Test
    void hours_that_were_counted_on_can_not_be_edited() {
        calendars.add(new WorkCalendar("kept", "Office", K1.zone(), K1.versions()));

        assertThatThrownBy(() -> Database.jdbc()
                        .sql("delete from work_calendar_holiday where calendar_id = 'kept'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never edited");
    }

    @Test
    void an_unknown_calendar_is_named() {
        assertThatThrownBy(() -> calendars.get("moon")).hasMessage("there is no calendar moon");
    }
}

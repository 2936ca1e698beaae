package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.client.SampleCalendars.K1;
import static org.ticketingos.client.SampleCalendars.K2;
import static org.ticketingos.client.SampleCalendars.K3;
import static org.ticketingos.client.SampleCalendars.K4;
import static org.ticketingos.client.SampleCalendars.K4H;
import static org.ticketingos.client.SampleCalendars.K5;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ticketingos.client.WorkCalendar;

/** Random stories, counted once by the clock and once minute by minute. */
class SlaClockPropertyTest {

    private static final List<WorkCalendar> CALENDARS = List.of(K1, K2, K3, K4, K4H, K5);
    private static final List<String> REASONS = List.of("waiting-for-client", "agreed-date", "client-review");
    private static final int MINUTES = 10 * 24 * 60;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void minute_by_minute_gives_the_same_clock(int seed) {
        Random random = new Random(seed);
        WorkCalendar calendar = CALENDARS.get(random.nextInt(CALENDARS.size()));
        LocalDateTime start = LocalDateTime.of(2026, random.nextBoolean() ? 3 : 10, 5 + random.nextInt(22), 9, 0);
        Duration target = Duration.ofMinutes(1 + random.nextInt(3_000));
        Story story = Story.of(calendar).started(text(start), target);
        Instant zero = story.instant(text(start));
        List<Pause> pauses = new ArrayList<>();
        for (String reason : REASONS) {
            int from = random.nextInt(MINUTES);
            pauses.add(new Pause(from, from + random.nextInt(MINUTES - from), reason));
        }
        tell(story, zero, pauses);

        int brute = 0;
        Instant usedUp = null;
        for (int minute = 0; minute < MINUTES; minute++) {
            int now = minute;
            boolean counts = opensByTheWallClock(calendar, zero.plusSeconds(60L * now))
                    && pauses.stream().noneMatch(pause -> pause.from <= now && now < pause.to);
            brute += counts ? 1 : 0;
            if (usedUp == null && brute == target.toMinutes()) {
                usedUp = zero.plusSeconds(60L * (now + 1));
            }
        }

        ClockReading reading = SlaClock.read(
                        ClockKind.RESOLUTION, story.events(), id -> calendar, zero.plusSeconds(60L * MINUTES))
                .orElseThrow();
        assertThat(reading.elapsed()).isEqualTo(Duration.ofMinutes(brute));
        assertThat(reading.breachedAt()).isEqualTo(usedUp);
    }

    /** Reads the clock on the wall instead of making intervals. */
    private static boolean opensByTheWallClock(WorkCalendar calendar, Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, calendar.zone());
        WorkCalendar.Version version = calendar.versions().get(0);
        return version.blocks().stream().anyMatch(block -> {
            boolean overnight = !block.closes().isAfter(block.opens());
            boolean afterOpening = !wall.toLocalTime().isBefore(block.opens());
            boolean beforeClosing = wall.toLocalTime().isBefore(block.closes());
            LocalDate opened = overnight && !afterOpening ? wall.toLocalDate().minusDays(1) : wall.toLocalDate();
            return opened.getDayOfWeek() == block.day()
                    && !version.holidays().containsKey(opened)
                    && (overnight ? afterOpening || beforeClosing : afterOpening && beforeClosing);
        });
    }

    /** Resumes before pauses of the same minute, as the ends are half-open. */
    private static void tell(Story story, Instant zero, List<Pause> pauses) {
        Set<Integer> minutes = new HashSet<>();
        pauses.forEach(pause -> minutes.addAll(List.of(pause.from, pause.to)));
        minutes.stream().sorted().forEach(minute -> {
            Instant at = zero.plusSeconds(60L * minute);
            pauses.stream().filter(pause -> pause.from < minute && pause.to == minute)
                    .forEach(pause -> story.at("clock-resumed", at, pause.reason));
            pauses.stream().filter(pause -> pause.from == minute && minute < pause.to)
                    .forEach(pause -> story.at("clock-paused", at, pause.reason));
        });
    }

    private static String text(LocalDateTime at) {
        return at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private record Pause(int from, int to, String reason) {}
}

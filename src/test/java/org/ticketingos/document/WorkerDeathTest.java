package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.document.Papers.WRITER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Workers are killed in the middle of their work, by us and by the clock. */
class WorkerDeathTest {

    /** By then a worker has started, opened the file and is in the middle of recognising it. */
    private static final Duration BUSY = Duration.ofMillis(2500);

    private static final byte[] SMALL_PRINT = WRITER.asScan(Papers.smallPrint());

    @Test
    void a_worker_killed_in_the_middle_of_a_page_is_replaced_and_the_page_is_read_again() throws Exception {
        try (var room = new Room(Room.SETTINGS)) {
            Future<Outcome> reading = reading(room);
            assertThat(killBusyWorker(room, reading)).isTrue();

            Outcome outcome = reading.get();

            assertThat(outcome.status()).isEqualTo(ReadStatus.READ);
            assertThat(room.workers.deaths()).isEqualTo(1);
        }
    }

    @Test
    void a_page_that_kills_two_workers_is_keyed_by_hand_and_the_next_document_is_read() throws Exception {
        try (var room = new Room(Room.SETTINGS)) {
            Future<Outcome> reading = reading(room);
            assertThat(killBusyWorker(room, reading)).isTrue();
            assertThat(killBusyWorker(room, reading)).isTrue();

            assertThat(reading.get().status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(reading.get().reason()).isEqualTo("This page broke the reader off.");

            Outcome next = room.read(WRITER.asScan(Papers.invoice("NEXT-1")), "application/pdf");
            assertThat(next.status()).isEqualTo(ReadStatus.READ);
            assertThat(new Text(next.pages()).plain()).contains("NEXT-1");
        }
    }

    @Test
    void a_page_that_takes_too_long_is_given_up_without_a_second_try() throws Exception {
        try (var room = new Room(Room.settings(Duration.ofSeconds(2)))) {
            Outcome slow = room.read(SMALL_PRINT, "application/pdf");

            assertThat(slow.status()).isEqualTo(ReadStatus.UNREADABLE);
            assertThat(slow.reason()).isEqualTo("Reading this page took longer than 2 s.");
            assertThat(room.workers.deaths()).isEqualTo(1);
        }
    }

    @Test
    void no_worker_outlives_the_reading_room() throws Exception {
        List<ProcessHandle> processes;
        try (var room = new Room(Room.SETTINGS)) {
            room.read(WRITER.fromHtml(Papers.invoice("LAST-1")), "application/pdf");
            processes = room.workers.processes();
        }

        assertThat(processes).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void folders_of_workers_whose_application_is_gone_are_deleted() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createTempDirectory("tos-" + gone.pid() + "-");
        Files.writeString(left.resolve("page"), "half a page");
        Path ours = Files.createTempDirectory("tos-" + ProcessHandle.current().pid() + "-");

        Worker.sweep();

        assertThat(left).doesNotExist();
        assertThat(ours).exists();
        Files.delete(ours);
    }

    private static Future<Outcome> reading(Room room) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return room.read(SMALL_PRINT, "application/pdf");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** False when the reading was over before any worker was seen at work. */
    private static boolean killBusyWorker(Room room, Future<Outcome> reading) throws InterruptedException {
        while (!reading.isDone()) {
            var busy = room.workers.processes().stream()
                    .filter(child -> child.info()
                            .totalCpuDuration()
                            .filter(spent -> spent.compareTo(BUSY) > 0)
                            .isPresent())
                    .findFirst();
            if (busy.isPresent()) {
                boolean killed = busy.get().destroyForcibly();
                busy.get().onExit().join();
                return killed;
            }
            waitBriefly(reading);
        }
        return false;
    }

    private static void waitBriefly(Future<Outcome> reading) throws InterruptedException {
        try {
            reading.get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Still reading.
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

package org.ticketingos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of the database and all its processes, from the kernel: what a query costs whatever else runs on the
 * computer. Works where the database runs on this Linux computer.
 */
public final class DatabaseCpu {

    /** Milliseconds of one tick of the kernel's accounting, USER_HZ being 100. */
    private static final double TICK = 10;

    private final String postmaster;

    private DatabaseCpu(String postmaster) {
        this.postmaster = postmaster;
    }

    /** @param database any connection to it */
    public static DatabaseCpu of(Connection database) throws SQLException, IOException {
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select pg_backend_pid()")) {
            row.next();
            return new DatabaseCpu(fields(Path.of("/proc", row.getString(1))).get(1));
        }
    }

    /** Milliseconds until now: of the first process with its ended children, and of those that run. */
    public double millis() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(DatabaseCpu::fields)
                    .filter(fields -> fields.size() > 14)
                    .mapToDouble(this::ticks)
                    .sum() * TICK;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double ticks(List<String> fields) {
        if (fields.get(0).equals(postmaster)) {
            return sum(fields, 11) + sum(fields, 13);
        }
        return fields.get(1).equals(postmaster) ? sum(fields, 11) : 0;
    }

    private static double sum(List<String> fields, int first) {
        return Double.parseDouble(fields.get(first)) + Double.parseDouble(fields.get(first + 1));
    }

    /** The process's id, its parent's, and on from there as in the kernel's file; nothing where it has just ended. */
    private static List<String> fields(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> rest = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            return Stream.concat(Stream.of(process.getFileName().toString()), rest.stream().skip(1)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

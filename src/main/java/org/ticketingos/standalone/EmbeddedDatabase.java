package org.ticketingos.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL from packaged binaries, in a folder of its own, with the two roles the product needs: the owner makes
 * tables, the application only works with them and is bound by row-level security.
 */
public class EmbeddedDatabase implements AutoCloseable {

    static final String OWNER = "ticketingos_owner";
    static final String APPLICATION = "ticketingos_app";
    private static final String DATABASE = "ticketingos";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts with data that stay; every commit reaches the disk. */
    public static EmbeddedDatabase keeping(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        stopLeftOver(folder);
        return start(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on"));
    }

    /** Starts with data that are thrown away at the end. */
    public static EmbeddedDatabase throwAway() throws IOException, SQLException {
        return start(EmbeddedPostgres.builder());
    }

    private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder) throws IOException, SQLException {
        EmbeddedPostgres server = builder.setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("listen_addresses", "localhost")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : roles()) {
                sql.execute(statement);
            }
            if (!sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'").next()) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
        try (Connection connection = server.getDatabase("postgres", DATABASE).getConnection();
                Statement sql = connection.createStatement()) {
            for (String statement : rights()) {
                sql.execute(statement);
            }
        }
        return new EmbeddedDatabase(server);
    }

    private static List<String> roles() {
        return List.of(
                "do $$ begin create role " + OWNER + " login; exception when duplicate_object then null; end $$",
                "do $$ begin create role " + APPLICATION + " login; exception when duplicate_object then null; end $$");
    }

    private static List<String> rights() {
        String future = "alter default privileges for role " + OWNER + " grant ";
        return List.of(
                future + "select, insert, update, delete on tables to " + APPLICATION,
                future + "usage, select on sequences to " + APPLICATION);
    }

    /** After a hard kill of the application its database server lives on and holds the folder: it is stopped first. */
    private static void stopLeftOver(Path folder) throws IOException {
        Path pidFile = folder.resolve("database").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(process -> {
                    process.destroy();
                    try {
                        process.onExit().get(20, java.util.concurrent.TimeUnit.SECONDS);
                    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
                        process.destroyForcibly();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    public String ownerName() {
        return OWNER;
    }

    public String applicationName() {
        return APPLICATION;
    }

    /** As superuser, for tests that must look behind the policies. */
    public javax.sql.DataSource superuser() {
        return server.getDatabase("postgres", DATABASE);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

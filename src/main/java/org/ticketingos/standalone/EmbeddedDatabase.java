package org.ticketingos.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
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
                .setServerConfig("full_page_writes", "on"), password(folder.resolve("password")));
    }

    /** Starts with data that are thrown away at the end. */
    public static EmbeddedDatabase throwAway() throws IOException, SQLException {
        return start(EmbeddedPostgres.builder(), "throw-away");
    }

    private static EmbeddedDatabase start(EmbeddedPostgres.Builder builder, String password)
            throws IOException, SQLException {
        EmbeddedPostgres server = builder.setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("listen_addresses", "localhost")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .start();
        try (Connection connection = superuser(server, "postgres", password);
                Statement sql = connection.createStatement()) {
            for (String statement : roles(password)) {
                sql.execute(statement);
            }
            if (!sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'").next()) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
        try (Connection connection = superuser(server, DATABASE, password);
                Statement sql = connection.createStatement()) {
            for (String statement : rights()) {
                sql.execute(statement);
            }
        }
        return new EmbeddedDatabase(server, password);
    }

    private static List<String> roles(String password) {
        return List.of(
                "do $$ begin create role " + OWNER + " login; exception when duplicate_object then null; end $$",
                "do $$ begin create role " + APPLICATION + " login; exception when duplicate_object then null; end $$",
                "alter role postgres password '" + password + "'",
                "alter role " + OWNER + " password '" + password + "'",
                "alter role " + APPLICATION + " password '" + password + "'");
    }

    /** From here on nobody on this computer gets in without the password. */
    private static List<String> rights() {
        String future = "alter default privileges for role " + OWNER + " grant ";
        return List.of(
                "copy (select 'host all all ' || a || ' scram-sha-256' from unnest(array['127.0.0.1/32', '::1/128']) a)"
                        + " to program 'cat > pg_hba.conf'",
                "select pg_reload_conf()",
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

    /** Made once for this data folder, readable by its owner only. */
    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new java.security.SecureRandom().nextBytes(random);
            Files.writeString(file, java.util.HexFormat.of().formatHex(random));
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
        }
        return Files.readString(file).trim();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    public String password() {
        return password;
    }

    public String ownerName() {
        return OWNER;
    }

    public String applicationName() {
        return APPLICATION;
    }

    /** As superuser, for tests that must look behind the policies. */
    public Connection superuser() throws SQLException {
        return superuser(server, DATABASE, password);
    }

    private static Connection superuser(EmbeddedPostgres server, String database, String password)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, "postgres", password);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

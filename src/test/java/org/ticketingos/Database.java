package org.ticketingos;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.ScopeForTests;
import org.ticketingos.standalone.EmbeddedDatabase;
import org.ticketingos.workflow.V004__engine_tables;

/** One real PostgreSQL for all database tests of a run, migrated, used through the application's own role. */
public final class Database {

    private static EmbeddedDatabase server;
    private static DataSource application;

    private Database() {}

    /** Bound by row-level security: use it inside {@code Scope.system(...)} or as a user. */
    public static synchronized DataSource application() {
        if (application == null) {
            server();
            Flyway.configure()
                    .dataSource(server.url(), server.ownerName(), server.password())
                    .javaMigrations(new V004__engine_tables())
                    .load()
                    .migrate();
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(server.url());
            pool.setUsername(server.applicationName());
            pool.setPassword(server.password());
            pool.setMaximumPoolSize(10);
            application = ScopeForTests.scoped(pool);
        }
        return application;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(application());
    }

    /** Transactions on {@link #application()}; JdbcClient made from it takes part. */
    public static TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(application()));
    }

    /** Not bound by any policy. */
    public static java.sql.Connection superuser() throws SQLException {
        application();
        return server.superuser();
    }

    /** What an application needs to be told to work on this database. */
    public static java.util.Map<String, String> settings() {
        EmbeddedDatabase database = server();
        return java.util.Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.applicationName(),
                "spring.datasource.password", database.password(),
                "spring.flyway.url", database.url(),
                "spring.flyway.user", database.ownerName(),
                "spring.flyway.password", database.password());
    }

    static synchronized EmbeddedDatabase server() {
        if (server == null) {
            try {
                server = EmbeddedDatabase.throwAway();
                EmbeddedDatabase started = server;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started)));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("the embedded PostgreSQL did not start", e);
            }
        }
        return server;
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.ticketingos.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Brings what an empty computer lacks before the application starts: a database when none is configured, a mail
 * server when none is configured, the sample company when the database is ours.
 */
class Standalone implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty("ticketingos.data-dir", "./data")).toAbsolutePath().normalize();
        Map<String, Object> settings = new HashMap<>();
        if (environment.getProperty("spring.datasource.url") == null) {
            database(application, folder, settings);
        }
        if (environment.getProperty("spring.mail.host") == null) {
            mail(application, environment, folder, settings);
        }
        environment.getPropertySources().addLast(new MapPropertySource("standalone", settings));
    }

    private static void database(SpringApplication application, Path folder, Map<String, Object> settings) {
        try {
            EmbeddedDatabase database = EmbeddedDatabase.keeping(folder.resolve("postgresql"));
            settings.put("spring.datasource.url", database.url());
            settings.put("spring.datasource.username", database.applicationName());
            settings.put("spring.datasource.password", database.password());
            settings.put("spring.flyway.url", database.url());
            settings.put("spring.flyway.user", database.ownerName());
            settings.put("spring.flyway.password", database.password());
            settings.put("ticketingos.sample-data", "true");
            atEnd(application, () -> close(database));
        } catch (IOException | SQLException | RuntimeException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL could not start in " + folder + ". As root it needs user namespaces;"
                            + " otherwise run as a normal user, or set spring.datasource.* to a database of your own.",
                    e);
        }
    }

    private static void mail(
            SpringApplication application,
            ConfigurableEnvironment environment,
            Path folder,
            Map<String, Object> settings) {
        int smtp = environment.getProperty("ticketingos.embedded-mail.smtp-port", Integer.class, 3025);
        int imap = environment.getProperty("ticketingos.embedded-mail.imap-port", Integer.class, 3143);
        try {
            EmbeddedMail mail = new EmbeddedMail(smtp, imap, folder.resolve("mail"));
            settings.put("spring.mail.host", "127.0.0.1");
            settings.put("spring.mail.port", mail.smtpPort());
            settings.put("ticketingos.mail.host", "127.0.0.1");
            settings.put("ticketingos.mail.port", mail.imapPort());
            settings.put("ticketingos.mail.user", EmbeddedMail.ADDRESS);
            settings.put("ticketingos.mail.password", EmbeddedMail.PASSWORD);
            settings.put("ticketingos.mail.address", EmbeddedMail.ADDRESS);
            settings.put("ticketingos.mail.poll", "2s");
            atEnd(application, mail::close);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The embedded mail server could not start on ports " + smtp + " and " + imap
                            + ". Choose others with ticketingos.embedded-mail.smtp-port and imap-port,"
                            + " or set spring.mail.* and ticketingos.mail.* to a mail server of your own.",
                    e);
        }
    }

    /** After the application has closed, and also when it could not start: no child process outlives us. */
    private static void atEnd(SpringApplication application, Runnable close) {
        SpringApplication.getShutdownHandlers().add(close);
        application.addListeners((ApplicationListener<ApplicationFailedEvent>) failed -> close.run());
    }

    private static void close(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

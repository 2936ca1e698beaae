package org.ticketingos;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.NoSecondFactor;

/** Real beans of a few modules on the real database, with a clock that stands where a test puts it. */
public final class Wired {

    private Wired() {}

    /** A context of these packages; further beans may be registered before {@code refresh()}. */
    public static AnnotationConfigApplicationContext modules(String... packages) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(House.class);
        context.scan(packages);
        return context;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class House {

        @Bean
        DataSource dataSource() {
            return Database.application();
        }

        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        Hands clock() {
            return new Hands();
        }

        /** Gives way to the real one where its module is wired. */
        @Bean
        @Fallback
        FreshProof noSecondFactor(Clock clock) {
            return new NoSecondFactor(clock);
        }
    }

    /** A clock whose hands a test moves. */
    public static final class Hands extends Clock implements InstantSource {

        private Instant now = Instant.parse("2026-01-21T03:30:00Z");

        public void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}

package org.ticketingos.quality;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Database;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.NoSecondFactor;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.gate.Gates;
import org.ticketingos.staffing.Roster;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The module quality on a real database, with a clock that is set by hand and one client under contract. */
class QualityHouse {

    /** No @Configuration: the application scans the test tree of its own packages too. */
    @EnableTransactionManagement
    static class Wiring {}

    static final ClientId CLIENT = new ClientId("quality-acme");

    final Conversation conversation = mock(Conversation.class);
    final Roster roster = mock(Roster.class);
    final Deliverables deliverables = mock(Deliverables.class);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Instant now = Instant.parse("2026-11-18T08:30:00Z");

    QualityHouse() {
        context.registerBean(DataSource.class, Database::application);
        context.registerBean(JdbcClient.class, Database::jdbc);
        context.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(Database.application()));
        context.registerBean(Clock.class, this::clock);
        context.registerBean(Roster.class, () -> roster);
        context.registerBean(Deliverables.class, () -> deliverables);
        context.registerBean(Conversation.class, () -> conversation);
        context.register(Wiring.class, Clients.class, WorkItems.class, Gates.class);
        context.registerBean(FreshProof.class, () -> new NoSecondFactor(clock()));
        context.scan("org.ticketingos.ticket", "org.ticketingos.quality");
        context.refresh();
        when(conversation.requesterMail(any())).thenReturn(Optional.empty());
        when(roster.agent(any())).thenReturn(Optional.empty());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T run(Supplier<T> work) {
        return Scope.system(() -> new TransactionTemplate(bean(PlatformTransactionManager.class))
                .execute(status -> work.get()));
    }

    void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    void contract(int samplingPercent, String target, String unit) {
        run(() -> {
            JdbcClient jdbc = bean(JdbcClient.class);
            jdbc.sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, 'Acme Traders', '1 Park Street', 'IN', 'Asia/Kolkata', 'en-IN', 'p@acme.example')
                            on conflict do nothing""")
                    .param(CLIENT.value())
                    .update();
            jdbc.sql("""
                            insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                                                  sampling_percent, accuracy_target, accuracy_unit, review_required,
                                                  acceptance_days, reopen_days, platform_share, invoicing, valid_from)
                            values ('quality-c', ?, 'C-Q', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard', 'in', ?,
                                    ?::numeric, ?, true, 5, 14, 0.2, 'PER_TICKET', '2026-01-01')
                            on conflict (id) do update set sampling_percent = excluded.sampling_percent,
                                accuracy_target = excluded.accuracy_target, accuracy_unit = excluded.accuracy_unit""")
                    .params(CLIENT.value(), samplingPercent, target, unit)
                    .update();
        });
    }

    /** What is usual is learned from earlier work: let each test begin without any. */
    void forgetWork() {
        run(() -> {
            bean(JdbcClient.class).sql("delete from work_field where client_id = ?").param(CLIENT.value()).update();
            bean(JdbcClient.class).sql("delete from work_item where client_id = ?").param(CLIENT.value()).update();
        });
    }

    TicketId ticket() {
        return run(() -> {
            Tickets tickets = bean(Tickets.class);
            Ticket ticket = tickets.open(new NewTicket(
                    CLIENT,
                    Ticket.REQUEST,
                    null,
                    "Invoices of the week",
                    "mail",
                    "asha@acme.example",
                    ServiceLine.DATA_ENTRY,
                    null,
                    now));
            tickets.entitle(ticket.id(), "quality-c");
            tickets.assign(ticket.id(), "data-entry", "agent", "Has the skill and the time.");
            return ticket.id();
        });
    }

    UUID invoice(TicketId ticket, String... fieldsAndValues) {
        return run(() -> {
            WorkItems items = bean(WorkItems.class);
            WorkItem item = items.add(ticket, "invoice", null);
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < fieldsAndValues.length; i += 2) {
                fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
            }
            items.record(item.id(), "invoice", fields, "agent");
            return item.id();
        });
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}

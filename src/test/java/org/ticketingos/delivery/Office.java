package org.ticketingos.delivery;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SampleCalendars;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.FormGiven;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The delivery modules on the real database, with one client per test and a clock the test sets. */
public final class Office implements AutoCloseable {

    /** Wednesday, 09:00 in Kolkata; the next Monday is a holiday. */
    public static final Instant MORNING = Instant.parse("2026-01-21T03:30:00Z");

    public final AnnotationConfigApplicationContext beans;
    public final Wired.Hands clock;
    public final JdbcClient jdbc;
    public final Tickets tickets;
    public final WorkItems items;
    public final Deliverables deliverables;
    public final Documents documents;
    public final Conversation conversation;

    /** What the workflow would do with an answered step; null while nobody listens. */
    public Consumer<FormGiven> workflow = given -> {};

    public Office() {
        beans = Wired.modules(
                "org.ticketingos.access", "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.document",
                "org.ticketingos.channel", "org.ticketingos.gate", "org.ticketingos.delivery");
        beans.refresh();
        beans.stop();
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof FormGiven given) {
                workflow.accept(given);
            }
        });
        clock = bean(Wired.Hands.class);
        clock.set(MORNING);
        jdbc = bean(JdbcClient.class);
        tickets = bean(Tickets.class);
        items = bean(WorkItems.class);
        deliverables = bean(Deliverables.class);
        documents = bean(Documents.class);
        conversation = bean(Conversation.class);
        calendar();
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    /** A client with a data-entry contract: sign-off within three business days, accuracy 99.8 %. */
    public ClientId client() {
        String id = "desk-" + UUID.randomUUID().toString().substring(0, 12);
        in(() -> {
            jdbc.sql("""
                            insert into client (id, name, address, country, tax_id, zone, locale, billing_mail)
                            values (?, 'Acme Traders', 'Dock Street', 'IN', '29AABCR1718E1ZL', 'Asia/Kolkata', 'en-IN',
                                    'pay@acme.example')""")
                    .param(id)
                    .update();
            return jdbc.sql("""
                            insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                                sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                                reopen_days, platform_share, invoicing, valid_from)
                            values (?, ?, 'C-1', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard', 'desk-calendar',
                                    100, 0.998, 'FIELD', true, 3, 14, 0.2, 'PER_TICKET', date '2026-01-01')""")
                    .params("contract-" + id, id)
                    .update();
        });
        return new ClientId(id);
    }

    public TicketId ticket(ClientId client) {
        return in(() -> {
            TicketId id = tickets.open(NewTicket.request(client, "Please key", "mail", "amy@acme.example", clock.instant()))
                    .id();
            tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "test");
            tickets.entitle(id, "contract-" + client);
            return id;
        });
    }

    /** A ticket opened by a mail that came through the door. */
    public TicketId mailed(ClientId client, String subject, String text) {
        return in(() -> {
            TicketId id = bean(Intake.class)
                    .receive(new InboundMessage("mail", UUID.randomUUID().toString(), client, "amy@acme.example",
                            "support@ticketingos.example", subject, text, List.of(), List.of(), Map.of(), null, null,
                            clock.instant()))
                    .ticket();
            tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "test");
            tickets.entitle(id, "contract-" + client);
            return id;
        });
    }

    public DocumentRef paper(TicketId ticket, String name, byte[] bytes) {
        return in(() -> documents.store(
                tickets.get(ticket).client(), ticket.toString(), name, "application/octet-stream", bytes));
    }

    public DocumentRef paper(TicketId ticket, String text) {
        return paper(ticket, "paper.bin", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A recorded invoice. */
    public WorkItem invoice(TicketId ticket, String vendor, String number, String total) {
        return in(() -> {
            WorkItem item = items.add(ticket, "invoice", null);
            items.record(item.id(), "invoice", fields(vendor, number, total), "amy");
            return items.get(item.id());
        });
    }

    public static Map<String, String> fields(String vendor, String number, String total) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("documentType", "invoice");
        fields.put("vendor", vendor);
        fields.put("documentNumber", number);
        fields.put("documentDate", "2026-01-20");
        fields.put("currency", "INR");
        fields.put("net", new BigDecimal(total).subtract(new BigDecimal("18.00")).toPlainString());
        fields.put("tax", "18.00");
        fields.put("total", total);
        return fields;
    }

    public List<String> history(TicketId ticket) {
        return in(() -> tickets.history(ticket).stream().map(RecordedEvent::kind).toList());
    }

    /** In one transaction, with the sight of the house. */
    public <T> T in(Supplier<T> work) {
        List<T> answer = new ArrayList<>();
        TransactionTemplate transaction =
                new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        Scope.system(() -> transaction.executeWithoutResult(status -> answer.add(work.get())));
        return answer.get(0);
    }

    public void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    private void calendar() {
        in(() -> {
            WorkCalendars calendars = bean(WorkCalendars.class);
            if (calendars.find("desk-calendar").isEmpty()) {
                var k1 = SampleCalendars.K1;
                calendars.add(new WorkCalendar(
                        "desk-calendar", "Kolkata office", k1.zone(), k1.versions()));
            }
            return true;
        });
    }

    @Override
    public void close() {
        beans.close();
    }

    /** What a mail says to the one who gets it. */
    record Mailed(String recipient, String text) {}

    /** The mails of a ticket as they go out, oldest first; screens show them without their links. */
    List<Mailed> mails(TicketId ticket) {
        return in(() -> jdbc.sql("select recipient, body from message where ticket_id = ? and direction = 'OUT' order by seq")
                .param(ticket.value())
                .query((row, n) -> new Mailed(row.getString(1), row.getString(2)))
                .list());
    }
}

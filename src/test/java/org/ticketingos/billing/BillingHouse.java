package org.ticketingos.billing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.Rate;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Billing on the real database; only the document store, the mail and delivery are played. */
final class BillingHouse implements AutoCloseable {

    static final Instant TENTH_OF_SEPTEMBER = Instant.parse("2026-09-10T06:00:00Z");

    final AnnotationConfigApplicationContext context;
    final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    final Deliverables deliverables = mock(Deliverables.class);
    final WorkItems items = mock(WorkItems.class);
    final Conversation conversation = mock(Conversation.class);

    BillingHouse() {
        context = Wired.modules(
                "org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.staffing", "org.ticketingos.billing");
        context.registerBean(Deliverables.class, () -> deliverables);
        context.registerBean(WorkItems.class, () -> items);
        context.registerBean(Documents.class, this::store);
        context.registerBean(Conversation.class, () -> conversation);
        context.registerBean(PdfWriter.class, PdfWriter::new);
        context.refresh();
        clock().set(TENTH_OF_SEPTEMBER);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Wired.Hands clock() {
        return bean(Wired.Hands.class);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    Client client(String id, String country, @Nullable String state, String locale) {
        Client client = new Client(
                new ClientId(id), "Acme Traders " + id, "1 Main Road & Co", country, state, null,
                ZoneId.of("Asia/Kolkata"), Locale.forLanguageTag(locale), "pay@acme.example");
        Scope.system(() -> bean(Clients.class).add(client));
        return client;
    }

    Contract contract(String client, PricingModel model, String currency, String invoicing, Rate... rates) {
        String id = client + "-" + model.name().toLowerCase(Locale.ROOT) + "-" + invoicing.toLowerCase(Locale.ROOT);
        Contract contract = new Contract(
                id, new ClientId(client), id, "data-entry", model, Currency.getInstance(currency), "standard",
                "always", 10, new BigDecimal("0.998"), "FIELD", true, 3, 14, new BigDecimal("0.20"), invoicing,
                LocalDate.of(2026, 4, 1), null, List.of(rates));
        Scope.system(() -> bean(Clients.class).add(contract));
        return contract;
    }

    static Rate rate(String id, String amount, String unit) {
        return new Rate(id, new BigDecimal(amount), unit);
    }

    Ticket ticket(Contract contract) {
        Tickets tickets = bean(Tickets.class);
        return Objects.requireNonNull(Scope.system(() -> {
            TicketId id = tickets.open(NewTicket.request(
                            contract.client(), "Invoice 7", "mail", "amy@acme.example", clock().instant()))
                    .id();
            tickets.entitle(id, contract.id());
            return tickets.get(id);
        }));
    }

    /** As many accepted documents of an agent as the ticket has now; the names stay the same from call to call. */
    List<Usage> documents(Contract contract, Ticket ticket, String agent, int count) {
        List<Usage> usage = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            usage.add(new Usage(
                    contract.client(), contract.id(), ticket.id(), "work-item", ticket.id() + "-" + agent + i,
                    "document", BigDecimal.ONE, agent, LocalDate.of(2026, 9, 10), "accepted"));
        }
        return usage;
    }

    /** Meters and charges the ticket, as the diagram does. */
    void bill(Contract contract, Ticket ticket, String rateId, List<Usage> accepted) {
        Scope.system(() -> transactions().executeWithoutResult(state -> {
            bean(Meter.class).agree(ticket.id(), accepted);
            bean(Charges.class).charge(ticket, contract, rateId, bean(Supplier.class).today(clock()));
        }));
    }

    private Documents store() {
        Documents store = mock(Documents.class);
        Map<UUID, DocumentRef> kept = new ConcurrentHashMap<>();
        when(store.store(any(), any(), any(), any(), any())).thenAnswer(call -> {
            byte[] bytes = call.getArgument(4);
            DocumentRef pdf = new DocumentRef(
                    UUID.randomUUID(), call.getArgument(0), call.getArgument(1), call.getArgument(2),
                    call.getArgument(3), bytes.length, "");
            documents.put(pdf.about(), bytes);
            kept.put(pdf.id(), pdf);
            return pdf;
        });
        when(store.find(any())).thenAnswer(call -> Optional.ofNullable(kept.get(call.<UUID>getArgument(0))));
        return store;
    }

    @Override
    public void close() {
        context.close();
    }
}

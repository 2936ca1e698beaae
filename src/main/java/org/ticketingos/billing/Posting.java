package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.billing.InvoiceLines.Sum;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.Tickets;

/** Turns what has gathered into a legal invoice: taxes, number, document, mail, all in one transaction. */
@Service
class Posting {

    private static final UUID NOT_STORED = new UUID(0, 0);

    private final GatheringInvoices gathering;
    private final InvoiceLines lines;
    private final InvoiceBook book;
    private final InvoiceCounter counter;
    private final InvoiceFile file;
    private final TaxRules rules;
    private final Clients clients;
    private final Tickets tickets;
    private final Supplier supplier;
    private final Clock clock;

    Posting(
            GatheringInvoices gathering,
            InvoiceLines lines,
            InvoiceBook book,
            InvoiceCounter counter,
            InvoiceFile file,
            TaxRules rules,
            Clients clients,
            Tickets tickets,
            Supplier supplier,
            Clock clock) {
        this.gathering = gathering;
        this.lines = lines;
        this.book = book;
        this.counter = counter;
        this.file = file;
        this.rules = rules;
        this.clients = clients;
        this.tickets = tickets;
        this.supplier = supplier;
        this.clock = clock;
    }

    /** Empty when somebody else has posted it, or when its charges do not come to a positive sum. */
    @Transactional
    public Optional<Invoice> post(UUID id, Contract contract) {
        if (gathering.lock(id).isEmpty()) {
            return Optional.empty();
        }
        List<Sum> sums = lines.gathered(id);
        Money net = sums.stream()
                .map(sum -> new Money(sum.amount(), contract.currency()))
                .reduce(Money.zero(contract.currency()), Money::plus);
        if (net.amount().signum() <= 0) {
            return Optional.empty();
        }
        Client client = clients.get(contract.client());
        LocalDate today = supplier.today(clock);
        Instant now = clock.instant();
        PlaceOfSupply place = PlaceOfSupply.of(supplier, client, contract.currency());
        Law law = place.supply() == Supply.OUTSIDE_GST
                ? Law.none()
                : Law.of(rules, supplier.country(), contract.line(), contract.currency(), today, now);
        List<InvoiceLine> taxed = taxed(id, sums, law, place.supply(), contract);
        Tax tax = taxed.stream()
                .map(line -> new Tax(line.cgst(), line.sgst(), line.igst()))
                .reduce(Tax.none(contract.currency()), Tax::plus);
        Money sum = net.plus(tax.sum());
        Money roundOff = supplier.roundToRupee() && contract.currency().getCurrencyCode().equals("INR")
                ? Tax.roundOff(sum)
                : Money.zero(contract.currency());
        Money total = sum.plus(roundOff);
        Invoice invoice = new Invoice(
                id,
                client.id(),
                contract.id(),
                counter.next(supplier.entity(), today).value(),
                book.period(id),
                "POSTED",
                today,
                today.plusDays(supplier.paymentDays()),
                now,
                place.supply(),
                place.label(),
                net,
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                roundOff,
                total,
                MoneyText.inWords(total, Locale.forLanguageTag("en-" + client.locale().getCountry())),
                Notes.of(place.supply(), law, total, client.locale()),
                NOT_STORED);
        Invoice stored = invoice.storedAs(file.store(invoice, taxed, client, contract));
        lines.insert(id, client.id().value(), taxed);
        book.post(stored, client, law.ruleIds());
        tell(stored, taxed, client);
        return Optional.of(book.get(stored.number()));
    }

    private List<InvoiceLine> taxed(UUID id, List<Sum> sums, Law law, Supply supply, Contract contract) {
        List<Money> amounts =
                sums.stream().map(sum -> new Money(sum.amount(), contract.currency())).toList();
        List<Tax> taxes = Tax.of(amounts, law.percent(), supply);
        List<InvoiceLine> taxed = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            Sum sum = sums.get(i);
            Tax tax = taxes.get(i);
            boolean taxable = supply != Supply.EXPORT_UNDER_LUT;
            taxed.add(new InvoiceLine(
                    i + 1,
                    sum.text(),
                    law.sac(),
                    sum.quantity(),
                    sum.unit(),
                    sum.rate(),
                    sum.exact(),
                    amounts.get(i),
                    taxable ? law.percent() : BigDecimal.ZERO,
                    tax.cgst(),
                    tax.sgst(),
                    tax.igst(),
                    lines.tickets(id, sum.text(), sum.unit(), sum.rate())));
        }
        return taxed;
    }

    private void tell(Invoice invoice, List<InvoiceLine> taxed, Client client) {
        List<Ticket> behind = taxed.stream()
                .flatMap(line -> line.tickets().stream())
                .distinct()
                .flatMap(number -> tickets.find(number).stream())
                .toList();
        for (Ticket ticket : behind) {
            tickets.link(new Link(ticket.id(), "invoice", invoice.number(), "Invoice " + invoice.number()));
            tickets.record(new InvoiceIssued(
                    ticket.id(), invoice.number(), invoice.total().amount(),
                    invoice.total().currency().getCurrencyCode(), clock.instant()));
        }
        file.mail(invoice, client, behind.size() == 1 ? behind.get(0).id() : null);
        book.state(invoice.number(), "SENT");
    }
}

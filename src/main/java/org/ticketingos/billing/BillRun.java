package org.ticketingos.billing;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.billing.Invoices.RunResult;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.TicketRefused;

/** The end of a month: prices it, posts what has gathered, one transaction for each contract. */
@Service
class BillRun {

    private static final Logger LOG = LoggerFactory.getLogger(BillRun.class);

    private final Clients clients;
    private final Charges charges;
    private final GatheringInvoices gathering;
    private final Posting posting;
    private final Supplier supplier;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BillRun(
            Clients clients,
            Charges charges,
            GatheringInvoices gathering,
            Posting posting,
            Supplier supplier,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.clients = clients;
        this.charges = charges;
        this.gathering = gathering;
        this.posting = posting;
        this.supplier = supplier;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By itself on the fourth morning of a month, three days after it began: time for what is late. */
    @Scheduled(cron = "${ticketingos.billing.run-at:0 0 6 4 * *}", zone = "${ticketingos.supplier.zone:Asia/Kolkata}")
    void lastMonth() {
        Scope.system(() -> {
            RunResult result = run(YearMonth.from(supplier.today(clock)).minusMonths(1));
            LOG.info("posted {} invoices", result.posted().size());
            result.left().forEach(contract -> LOG.error("not billed: {}", contract));
        });
    }

    RunResult run(YearMonth month) {
        if (!month.isBefore(YearMonth.from(supplier.today(clock)))) {
            throw new TicketRefused("The month %s has not ended yet.".formatted(month));
        }
        List<String> posted = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Client client : clients.all()) {
            for (Contract contract : clients.contracts(client.id())) {
                try {
                    List<String> numbers = transaction.execute(state -> run(contract, month));
                    posted.addAll(numbers == null ? List.of() : numbers);
                } catch (RuntimeException e) {
                    LOG.error("contract {}", contract.number(), e);
                    left.add(contract.number() + ": " + e.getMessage());
                }
            }
        }
        return new RunResult(posted, left);
    }

    private List<String> run(Contract contract, YearMonth month) {
        charges.chargeMonths(contract, month);
        List<String> numbers = new ArrayList<>();
        for (UUID open : gathering.upTo(contract, month)) {
            posting.post(open, contract)
                    .ifPresentOrElse(
                            invoice -> numbers.add(invoice.number()),
                            () -> gathering.carryOver(open, gathering.open(contract, month.plusMonths(1))));
        }
        return numbers;
    }
}

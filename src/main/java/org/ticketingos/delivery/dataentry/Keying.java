package org.ticketingos.delivery.dataentry;

import org.ticketingos.delivery.ChartOfAccounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Clients;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.gate.Gates;
import org.ticketingos.gate.Verdict;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** Takes in what an agent keys, document by document, and lets the gate judge it. */
@Component
@Transactional
class Keying {

    static final List<String> FIELDS = List.of("documentType", "vendor", "documentNumber", "documentDate", "dueDate",
            "orderNumber", "taxId", "currency", "net", "tax", "total", "ledgerCode");
    static final List<String> LINE_FIELDS = List.of("description", "quantity", "unitPrice", "amount");
    private static final String GATE = "data-entry-gates";

    private final Tickets tickets;
    private final WorkItems items;
    private final Clients clients;
    private final Reader reader;
    private final ChartOfAccounts accounts;
    private final Gates gates;
    private final Clock clock;

    Keying(
            Tickets tickets,
            WorkItems items,
            Clients clients,
            Reader reader,
            ChartOfAccounts accounts,
            Gates gates,
            Clock clock) {
        this.tickets = tickets;
        this.items = items;
        this.clients = clients;
        this.reader = reader;
        this.accounts = accounts;
        this.gates = gates;
        this.clock = clock;
    }

    /** The document that is to be keyed now. */
    Optional<WorkItem> next(TicketId ticket) {
        return items.of(ticket).stream().filter(item -> item.is(WorkItem.OPEN)).findFirst();
    }

    String record(TicketId id, Map<String, Object> form) {
        WorkItem item = next(id).orElseThrow(() -> new IllegalStateException("nothing is open on ticket " + id));
        String agent = agent(id);
        if ("reject".equals(form.get("outcome"))) {
            items.reject(item.id(), String.valueOf(form.get("rejectReason")), agent);
            return WorkItem.REJECTED;
        }
        Map<String, String> fields = fields(form);
        items.record(item.id(), fields.getOrDefault("documentType", item.type()), fields, agent);
        return WorkItem.RECORDED;
    }

    /** Whether all may go to the books; gives back, with the reasons, what may not. */
    boolean accurate(TicketId id) {
        List<WorkItem> recorded = items.of(id).stream().filter(item -> item.is(WorkItem.RECORDED)).toList();
        Map<WorkItem, Verdict> verdicts = new LinkedHashMap<>();
        Map<WorkItem, List<String>> contradictions = new LinkedHashMap<>();
        int fields = 0;
        for (WorkItem item : recorded) {
            List<String> against = contradictions(item);
            contradictions.put(item, against);
            fields += item.fields().size();
            verdicts.put(item, gates.check(GATE, keyed(item, recorded, against.size())));
        }
        Verdict ticket = gates.check(GATE, keyed(id, recorded.size(), fields, contradictions));
        boolean reopened = false;
        for (WorkItem item : recorded) {
            List<String> reasons = new ArrayList<>(verdicts.get(item).reasons());
            if (!ticket.passed()) {
                reasons.addAll(contradictions.get(item));
            }
            if (!reasons.isEmpty()) {
                items.reopen(item.id(), String.join(" ", reasons));
                reopened = true;
            }
        }
        if (!ticket.passed() && !reopened) {
            recorded.forEach(item -> items.reopen(item.id(), String.join(" ", ticket.reasons())));
        }
        return ticket.passed() && !reopened;
    }

    /** What was typed, as text, in the order of the form; rows as {@code lines[1].amount}. */
    static Map<String, String> fields(Map<String, Object> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : FIELDS) {
            String value = text(form, name);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        int number = 0;
        for (Map<?, ?> line : lines(form)) {
            Map<String, String> keyed = new LinkedHashMap<>();
            LINE_FIELDS.forEach(name -> keyed.put(name, text(line, name)));
            keyed.values().removeIf(String::isEmpty);
            if (!keyed.isEmpty()) {
                number++;
                for (Map.Entry<String, String> cell : keyed.entrySet()) {
                    fields.put("lines[" + number + "]." + cell.getKey(), cell.getValue());
                }
            }
        }
        return fields;
    }

    static List<Map<?, ?>> lines(Map<String, Object> form) {
        List<Map<?, ?>> lines = new ArrayList<>();
        if (form.get("lines") instanceof List<?> list) {
            for (Object line : list) {
                if (line instanceof Map<?, ?> map) {
                    lines.add(map);
                }
            }
        }
        return lines;
    }

    static String text(Map<?, ?> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString().trim();
    }

    private KeyedDocument keyed(WorkItem item, List<WorkItem> all, int contradicted) {
        Map<String, String> fields = item.fields();
        boolean twice = all.stream()
                .anyMatch(other -> other.position() < item.position() && Entry.key(other).equals(Entry.key(item)));
        boolean needsCode = DocumentType.of(item.type()).filter(type -> type == DocumentType.INVOICE).isPresent()
                && !accounts.of(item.client()).isEmpty();
        return new KeyedDocument(
                item.label(),
                item.type(),
                fields.containsKey("vendor"),
                fields.containsKey("documentNumber"),
                fields.containsKey("documentDate"),
                fields.containsKey("total"),
                FieldChecks.addsUp(fields),
                FieldChecks.taxIdHolds(fields.getOrDefault("taxId", "")),
                FieldChecks.amountsWellFormed(fields),
                FieldChecks.dateInWindow(fields.getOrDefault("documentDate", ""), today(item)),
                !needsCode || fields.containsKey("ledgerCode"),
                twice,
                contradicted);
    }

    private KeyedTicket keyed(TicketId id, int recorded, int fields, Map<WorkItem, List<String>> contradictions) {
        int open = (int) items.of(id).stream().filter(item -> item.is(WorkItem.OPEN)).count();
        int contradicted = contradictions.values().stream().mapToInt(List::size).sum();
        BigDecimal accuracy = fields == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(fields - contradicted).divide(BigDecimal.valueOf(fields), 4, RoundingMode.DOWN);
        return new KeyedTicket(recorded + open, open, fields, contradicted, accuracy, target(id));
    }

    /** What the page proves by arithmetic or check digit and was keyed otherwise. Keyed twice counts as confirmed. */
    private List<String> contradictions(WorkItem item) {
        if (items.reopened(item.id()) > 0) {
            return List.of();
        }
        List<String> against = new ArrayList<>();
        reader.proposals(item).fields().forEach((name, proposal) -> {
            String keyed = item.fields().getOrDefault(name, "");
            boolean checkable = FieldChecks.AMOUNTS.contains(name) || name.equals("taxId");
            if (checkable && proposal.confidence() >= Proposal.PROVEN && !same(keyed, proposal.value())) {
                against.add("The page proves " + name + " " + proposal.value() + "; keyed was "
                        + (keyed.isEmpty() ? "nothing" : keyed) + ": please look again.");
            }
        });
        return against;
    }

    private static boolean same(String keyed, String proposed) {
        boolean amounts = FieldChecks.AMOUNT.matcher(keyed).matches() && FieldChecks.AMOUNT.matcher(proposed).matches();
        return amounts ? new BigDecimal(keyed).compareTo(new BigDecimal(proposed)) == 0 : keyed.equals(proposed);
    }

    private BigDecimal target(TicketId id) {
        String contract = tickets.get(id).contractId();
        return contract == null ? BigDecimal.ZERO : clients.contract(contract).accuracyTarget();
    }

    LocalDate today(WorkItem item) {
        return LocalDate.ofInstant(clock.instant(), clients.get(item.client()).zone());
    }

    String agent(TicketId id) {
        Ticket ticket = tickets.get(id);
        return CurrentUser.find().map(CurrentUser::login).orElse(ticket.owner() == null ? "system" : ticket.owner());
    }
}

package org.ticketingos.standalone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Attachment;
import org.ticketingos.channel.InboundMessage;
import org.ticketingos.channel.Intake;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;
import org.ticketingos.workflow.InboxItem;

/**
 * A small story: requests of all four clients, each taken by the sample people as far as its stage. Told once, in the
 * background, through the same doors everybody uses.
 */
@Component
@ConditionalOnExpression("${ticketingos.sample-data:false} and ${ticketingos.sample-tickets:true}")
class SampleTickets {

    private static final Logger LOG = LoggerFactory.getLogger(SampleTickets.class);

    private final Intake intake;
    private final SampleStaff staff;
    private final TicketList tickets;
    private final PdfWriter writer;
    private final Clock clock;

    SampleTickets(Intake intake, SampleStaff staff, TicketList tickets, PdfWriter writer, Clock clock) {
        this.intake = intake;
        this.staff = staff;
        this.tickets = tickets;
        this.writer = writer;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread teller = new Thread(() -> Scope.system(this::tell), "sample-tickets");
        teller.setDaemon(true);
        teller.start();
    }

    private void tell() {
        if (!tickets.page(TicketQuery.ALL, null, 1).items().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        closed(paper("Sharma Paper Mills", "22 Mill Road, Pune 411001", "SPM/2026/0391", today.minusDays(9), "Copier paper A4", 40, "212.50"));
        closed(paper("Deccan Couriers", "8 Station Road, Hyderabad 500001", "DC-88213", today.minusDays(7), "Parcels to Chennai", 26, "145.00"));
        toSurvey(paper("Bright Electricals", "4 Market Lane, Mysuru 570001", "BE/1187", today.minusDays(6), "LED panel 18 W", 30, "640.00"));
        toApproval(paper("Sharma Paper Mills", "22 Mill Road, Pune 411001", "SPM/2026/0402", today.minusDays(5), "Copier paper A3", 25, "405.00"));
        toRework(paper("Kaveri Packaging", "17 River Road, Erode 638001", "KP-2026-556", today.minusDays(4), "Corrugated box", 500, "18.40"));
        toReview(paper("Deccan Couriers", "8 Station Road, Hyderabad 500001", "DC-88260", today.minusDays(4), "Parcels to Delhi", 31, "182.00"));
        keying(SampleClients.ACME, "meera.nair@acme.example", paper("Metro Stationers", "5 MG Road, Bengaluru 560001", "MS-7721", today.minusDays(3), "Box files", 120, "65.00"));
        keying(SampleClients.GLOBEX, "tarun.shah@globex.example", paper("Sabarmati Textiles", "3 Ring Road, Surat 395002", "ST/26/4410", today.minusDays(3), "Cotton bags", 800, "22.75"));
        keying(SampleClients.NORDWIND, "anke.petersen@nordwind.example", paper("Hafen Logistik GmbH", "Kai 4, 20457 Hamburg", "HL-2026-1093", today.minusDays(2), "Container handling", 3, "480.00"));
        keying(SampleClients.SUNRISE, "leela.rao@sunrise.example", paper("Medi Supplies", "11 Link Road, Mumbai 400064", "MED-30071", today.minusDays(2), "Examination gloves", 60, "310.00"));
        unclear();
        LOG.info("The sample tickets are in their stages.");
    }

    private static SamplePaper paper(
            String vendor, String place, String number, LocalDate date, String goods, int quantity, String price) {
        return new SamplePaper(vendor, place, number, date, goods, quantity, price);
    }

    private Optional<TicketId> keying(ClientId client, String from, SamplePaper paper) {
        return request(
                client,
                from,
                "Invoice " + paper.number() + " from " + paper.vendor(),
                "Hello,\nplease enter the attached vendor invoice into our books.\nThank you",
                List.of(new Attachment(paper.number().replace('/', '-') + ".pdf", "application/pdf", paper.scan(writer))),
                ServiceLine.DATA_ENTRY);
    }

    private Optional<TicketId> toReview(SamplePaper paper) {
        return keying(SampleClients.ACME, "meera.nair@acme.example", paper)
                .filter(ticket -> staff.does("agent", ticket, "data-entry-validate-fields", keyed(paper)))
                .filter(ticket -> staff.wait(ticket, "quality-review", "reviewer").isPresent());
    }

    private void toRework(SamplePaper paper) {
        toReview(paper)
                .ifPresent(ticket -> staff.wait(ticket, "quality-review", "reviewer").ifPresent(step -> {
                    List<Map<String, Object>> checks = staff.rows(step, "reviewer", "checks", Map.of("correct", "right"));
                    checks.stream()
                            .filter(check -> String.valueOf(check.get("label")).endsWith("Vendor"))
                            .findFirst()
                            .orElse(checks.get(0))
                            .putAll(Map.of(
                                    "correct", "wrong",
                                    "expected", "Kaveri Packaging Works",
                                    "severity", "MINOR",
                                    "cause", "omitted"));
                    staff.does("reviewer", ticket, "quality-review", Map.of("checks", checks));
                }));
    }

    private Optional<TicketId> toApproval(SamplePaper paper) {
        return toReview(paper)
                .filter(ticket -> answer(ticket, "reviewer", "quality-review", "checks", Map.of("correct", "right"), Map.of()))
                .filter(ticket -> staff.wait(ticket, "client-review-accept", "client").isPresent());
    }

    private Optional<TicketId> toSurvey(SamplePaper paper) {
        return toApproval(paper)
                .filter(ticket -> answer(
                        ticket, "client", "client-review-accept", "items", Map.of("verdict", "ok"),
                        Map.of("decision", "accept")))
                .filter(ticket -> staff.wait(ticket, "closure-survey", "client").isPresent());
    }

    private void closed(SamplePaper paper) {
        toSurvey(paper)
                .ifPresent(ticket -> staff.does(
                        "client", ticket, "closure-survey", Map.of("csat", "5", "nps", "9", "comment", "Quick and right.")));
    }

    private boolean answer(
            TicketId ticket, String login, String form, String list, Map<String, Object> row, Map<String, Object> rest) {
        Optional<InboxItem> step = staff.wait(ticket, form, login);
        if (step.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>(rest);
        values.put(list, new ArrayList<>(staff.rows(step.get(), login, list, row)));
        return staff.does(login, ticket, form, values);
    }

    /** One that triage cannot be sure about, one from a sender nobody knows. */
    private void unclear() {
        request(
                SampleClients.ACME,
                "meera.nair@acme.example",
                "Quick question about last week",
                "Hi, could somebody call me about what we discussed?\nMeera",
                List.of(),
                null);
        request(
                null,
                "someone@unknown.example",
                "Scanned bills",
                "Please process the bills we will send you from Monday.",
                List.of(),
                null);
    }

    private Optional<TicketId> request(
            @Nullable ClientId client,
            String from,
            String subject,
            String text,
            List<Attachment> files,
            @Nullable ServiceLine line) {
        return Optional.ofNullable(intake.receive(new InboundMessage(
                        "portal",
                        "sample/" + UUID.randomUUID(),
                        client,
                        from,
                        "support@ticketingos.example",
                        subject,
                        text,
                        files,
                        List.of(),
                        Map.of(),
                        line,
                        null,
                        clock.instant()))
                .ticket());
    }

    private static Map<String, Object> keyed(SamplePaper paper) {
        Map<String, Object> form = new HashMap<>();
        form.put("documentType", "invoice");
        form.put("vendor", paper.vendor());
        form.put("documentNumber", paper.number());
        form.put("documentDate", paper.date().toString());
        form.put("currency", "INR");
        form.put("net", paper.net());
        form.put("tax", paper.tax());
        form.put("total", paper.total());
        form.put("ledgerCode", "5900");
        form.put("outcome", "record");
        form.put("rejectReason", null);
        return form;
    }
}

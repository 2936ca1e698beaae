package org.ticketingos.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ticketingos.document.PdfWriter;

/** What Acme owns: one ticket being keyed, one to be signed off, one invoiced; and the words only they hold. */
final class Belongings {

    private static final String WORD = "Zebrawood";

    private final Function<String, Api> as;
    private final List<String> tickets = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();

    Belongings(Function<String, Api> as) {
        this.as = as;
        ids.add("acme");
        step("agent", raise("ZB/2026/0"), "data-entry-validate-fields");
        step("client", delivered("ZB/2026/1"), "client-review-accept");
        String invoiced = delivered("ZB/2026/2");
        new DataEntryWalk(as, invoiced).accept();
        step("client", invoiced, "closure-survey");
        tickets.forEach(this::collect);
        ids.add(as.apply("client").post("/api/v1/uploads", Map.of("subject", WORD + " scans")).body().path("id").asText());
        for (JsonNode invoice : as.apply("client").get("/api/v1/invoices").body().path("items")) {
            ids.add(invoice.path("number").asText().replace('/', '_'));
        }
    }

    private String raise(String number) {
        String file = Base64.getEncoder().encodeToString(new PdfWriter().fromHtml(
                "<html><body><h1>Invoice</h1><p>%s Mills</p><p>Invoice No: %s</p></body></html>"
                        .formatted(WORD, number)));
        JsonNode ticket = as.apply("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", WORD + " invoice " + number,
                        "text", "Please enter the " + WORD + " invoice.",
                        "serviceLine", "data-entry",
                        "attachments", List.of(Map.of(
                                "name", WORD + ".pdf", "mediaType", "application/pdf", "content", file))))
                .body();
        tickets.add(ticket.path("number").asText());
        new DataEntryWalk(as, ticket.path("number").asText()).triage();
        return ticket.path("number").asText();
    }

    private String delivered(String number) {
        String ticket = raise(number);
        DataEntryWalk walk = new DataEntryWalk(as, ticket);
        walk.key(number);
        walk.review();
        return ticket;
    }

    private void step(String login, String ticket, String form) {
        ids.add(as.apply(login).task(ticket, form).path("id").asText());
    }

    private void collect(String number) {
        Api owner = as.apply("client");
        ids.add(number);
        add(owner.ticket(number));
        for (String what : List.of("documents", "messages")) {
            owner.get("/api/v1/tickets/" + number + "/" + what).body().path("items").forEach(this::add);
        }
        for (JsonNode deliverable : owner.get("/api/v1/deliverables?ticket=" + number).body().path("items")) {
            add(deliverable);
            deliverable.path("files").forEach(this::add);
        }
    }

    private void add(JsonNode record) {
        ids.add(record.path("id").asText());
    }

    /** Everything an address could name. */
    Set<String> ids() {
        return ids;
    }

    /** What no other client may ever read. */
    Set<String> traces() {
        Set<String> traces = new LinkedHashSet<>(ids);
        ids.stream().filter(id -> id.contains("_")).forEach(id -> traces.add(id.replace('_', '/')));
        traces.addAll(List.of(WORD, "Acme", "Meera"));
        return traces;
    }

    /** The state of it all, to be compared before and after somebody has tried. */
    List<String> state() {
        List<String> state = new ArrayList<>();
        for (String number : tickets) {
            ObjectNode ticket = (ObjectNode) as.apply("supervisor").ticket(number);
            state.add(ticket.without("clocks").toString());
            for (String what : List.of("events", "messages", "documents")) {
                state.add(as.apply("supervisor").get("/api/v1/tickets/" + number + "/" + what).text());
            }
            state.add(as.apply("client").get("/api/v1/deliverables?ticket=" + number).text());
            state.add(as.apply("client").get("/api/v1/tasks?ticket=" + number).text());
            state.add(as.apply("agent").get("/api/v1/tasks?ticket=" + number).text());
        }
        return state;
    }
}

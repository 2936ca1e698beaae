package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Merge, split, relate, lay aside: over HTTP, on the real engine and the real database. */
class TicketActsJourneyTest extends WholeApplication {

    @Autowired
    Tickets tickets;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_merged_ticket_rests_with_its_step_and_goes_on_where_it_stood_when_the_merge_is_undone() {
        String older = raise("client", "Invoice of March");
        String target = raise("client", "Invoice of March again");
        Map<String, Object> typed = Map.of("vendor", "Sharma Paper Mills");
        String task = keying(older);
        Instant olderReceived = received(older);
        Api holder = as(assignee(task, older));
        assertThat(holder.post("/api/v1/tasks/" + task + "/draft", typed).status()).isEqualTo(204);
        Instant dueBefore = due(target);
        Instant dueOfOlder = due(older);

        assertThat(agent().post(path(older, "merge"), Map.of("into", target, "reason", "the same")).status())
                .isEqualTo(204);

        assertThat(tasks(older)).as("out of every list").isEmpty();
        assertThat(agent().ticket(older).path("status").asText()).isEqualTo("MERGED");
        assertThat(kinds(older)).contains("ticket-merged");
        assertThat(kinds(target)).contains("ticket-absorbed");
        assertThat(olderReceived).isBefore(received(target));
        assertThat(due(target)).as("the older promise is kept").isBefore(dueBefore).isEqualTo(dueOfOlder);
        Api.Answer late = holder.post("/api/v1/tasks/" + task + "/complete", typed);
        assertThat(late.status()).as("typed while somebody merged").isEqualTo(409);
        assertThat(late.text()).contains(older + " was merged into " + target).contains("What you typed is kept");
        assertThat(detail(agent().post(path(target, "merge"), Map.of("into", older))))
                .isEqualTo(older + " was merged into " + target + " already.");

        assertThat(say("client", older, "Is there any news?")).isEqualTo(201);
        assertThat(texts(target)).contains("Is there any news?");
        assertThat(agent().post(path(older, "unmerge"), Map.of("undo", "two invoices after all")).status())
                .isEqualTo(204);

        assertThat(due(target)).isEqualTo(dueBefore);
        assertThat(texts(older)).as("mail for the old number goes back with it").contains("Is there any news?");
        assertThat(texts(target)).doesNotContain("Is there any news?");
        assertThat(tasks(older)).contains(task);
        assertThat(holder.get("/api/v1/tasks/" + task).text()).contains("Sharma Paper Mills");
        new DataEntryWalk(this::as, older).key("M/1");
        as("reviewer").task(older, "quality-review");
    }

    @Test
    void closing_the_target_closes_what_was_merged_into_it_and_then_nothing_can_be_undone() {
        String merged = raise("client", "First call");
        String target = raise("client", "Second call");
        keying(merged);
        keying(target);
        assertThat(agent().post(path(merged, "merge"), Map.of("into", target)).status()).isEqualTo(204);

        assertThat(as("client").post(path(target, "withdraw"), Map.of("reason", "found it")).status()).isEqualTo(204);

        as("supervisor").ticketWith(target, "WITHDRAWN");
        JsonNode closed = as("supervisor").ticketWith(merged, "CLOSED");
        assertThat(closed.path("resolution").asText()).isEqualTo("merged into " + target);
        assertThat(jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
                        .param(id(merged).toString()).query(Long.class).single())
                .as("processes left").isZero();
        assertThat(detail(agent().post(path(merged, "unmerge"), Map.of("undo", "no"))))
                .isEqualTo(merged + " was closed with " + target + "; the merge can no longer be undone.");
    }

    @Test
    void tickets_of_two_clients_and_closed_ones_are_not_merged_and_clients_merge_nothing() {
        String one = raise("client", "Ours");
        String foreign = raise("client2", "Theirs");

        assertThat(detail(agent().post(path(one, "merge"), Map.of("into", foreign))))
                .startsWith("Only tickets of the same client can be merged");
        assertThat(detail(agent().post(path(one, "merge"), Map.of("into", one))))
                .isEqualTo("A ticket cannot be merged into itself.");
        assertThat(as("client").post(path(one, "merge"), Map.of("into", one)).status()).isEqualTo(403);
        keying(foreign);
        as("client2").post(path(foreign, "withdraw"), Map.of("reason", "no"));
        as("supervisor").ticketWith(foreign, "WITHDRAWN");
        String third = raise("client2", "Theirs too");
        assertThat(detail(agent().post(path(third, "merge"), Map.of("into", foreign)))).endsWith("a closed ticket is not merged.");
    }

    @Test
    void a_parent_waits_for_its_part_in_the_engine_and_says_so_in_one_call() {
        String parent = raise("client", "Year end");
        String part = raise("client", "Year end, invoices");
        keying(parent);
        keying(part);
        assertThat(agent().post(path(parent, "relations"), Map.of("relation", "child", "other", part)).status())
                .isEqualTo(204);
        assertThat(detail(agent().post(path(part, "relations"), Map.of("relation", "child", "other", parent))))
                .isEqualTo(parent + " waits for " + part + " already; both would wait for ever.");

        as("client").post(path(parent, "withdraw"), Map.of("reason", "do only the part"));

        Api.eventually(() -> Optional.of(agent().ticket(parent))
                        .filter(ticket -> ticket.path("nextAction").asText().equals("Waits until closed: " + part)),
                "the parent to wait");
        assertThat(agent().ticket(parent).path("status").asText()).isNotEqualTo("WITHDRAWN");
        assertThat(agent().get(path(parent, "waiting")).text()).contains("It closes only after " + part);
        assertThatCloseIsRefused(parent, part);

        as("client").post(path(part, "withdraw"), Map.of("reason", "not needed either"));

        as("supervisor").ticketWith(part, "WITHDRAWN");
        as("supervisor").ticketWith(parent, "WITHDRAWN");
    }

    private void assertThatCloseIsRefused(String parent, String part) {
        TicketId id = id(parent);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Scope.system(() -> tickets.close(id, "done", Instant.now()))))
                .isInstanceOf(TicketRefused.class)
                .hasMessage(parent + " cannot close yet: it waits for " + part + ".");
    }

    @Test
    void a_split_takes_chosen_messages_and_files_and_never_the_only_message() {
        String ticket = raise("client", "Two things");
        keying(ticket);
        say("client", ticket, "And please change our address.");
        List<JsonNode> said = messages(ticket);
        JsonNode only = said.get(0);
        JsonNode second = said.stream().filter(m -> m.path("text").asText().contains("address")).findFirst().orElseThrow();
        String file = only.path("attachments").get(0).path("id").asText();
        List<String> everything = said.stream().map(m -> m.path("id").asText()).toList();
        assertThat(detail(agent().post(path(ticket, "split"),
                        Map.of("subject", "Address", "messages", everything, "files", List.of()))))
                .startsWith("At least one message of the client has to stay");

        Api.Answer split = agent().post(path(ticket, "split"), Map.of(
                "subject", "Address", "messages", List.of(second.path("id").asText()), "files", List.of(file),
                "reason", "another matter"));

        assertThat(split.status()).as(split.text()).isEqualTo(201);
        String part = split.body().path("number").asText();
        assertThat(texts(part)).containsExactly("And please change our address.");
        assertThat(texts(ticket)).doesNotContain("And please change our address.");
        assertThat(agent().get(path(part, "documents")).body().path("items")).hasSize(1);
        assertThat(agent().get(path(ticket, "documents")).body().path("items")).hasSize(1);
        assertThat(kinds(ticket)).contains("ticket-split");
        assertThat(kinds(part)).contains("split-off", "ticket-received");
        assertThat(received(part)).as("its clock counts from its first message").isAfter(received(ticket));
    }

    @Test
    void laid_aside_it_leaves_the_list_pauses_what_it_said_and_is_back_when_the_client_writes() {
        String ticket = raise("client", "Which vendor?");
        String task = keying(ticket);
        Instant until = Instant.now().plus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Map<String, Object> wish = Map.of("snooze", "waiting-for-client", "until", until.toString());
        Instant due = due(ticket);
        JsonNode effect = agent().post(path(ticket, "snooze/preview"), wish).body();
        JsonNode turnaround = null;
        for (JsonNode each : effect) {
            turnaround = each.path("pauses").asBoolean() ? each : turnaround;
        }
        assertThat(turnaround).as(effect.toString()).isNotNull();
        assertThat(Instant.parse(turnaround.path("dueBefore").asText())).isEqualTo(due);
        assertThat(Instant.parse(turnaround.path("dueAfter").asText())).isAfter(due);
        assertThat(kinds(ticket)).as("a preview changes nothing").doesNotContain("ticket-snoozed", "clock-paused");

        assertThat(agent().post(path(ticket, "snooze"), wish).status()).isEqualTo(204);

        assertThat(tasks(ticket)).isEmpty();
        assertThat(kinds(ticket)).contains("ticket-snoozed", "clock-paused");
        assertThat(detail(agent().post(path(ticket, "snooze"), wish))).endsWith("is laid aside already. Wake it first.");
        say("client", ticket, "Sharma, of course.");

        assertThat(tasks(ticket)).contains(task);
        assertThat(kinds(ticket)).contains("ticket-woken", "clock-resumed");
    }

    @Test
    void laid_aside_for_a_moment_it_comes_back_by_itself_and_a_clock_a_person_paused_stays_paused() {
        String ticket = raise("client", "Short rest");
        String task = keying(ticket);
        assertThat(agent().post(path(ticket, "pause"), Map.of("reason", "waiting-for-client")).status()).isEqualTo(204);
        Map<String, Object> wish =
                Map.of("snooze", "waiting-for-client", "until", Instant.now().plusSeconds(3).toString());
        assertThat(detail(agent().post(path(ticket, "snooze"),
                        Map.of("snooze", "later", "until", "2020-01-01T00:00:00Z"))))
                .isEqualTo("Choose a time that is still to come.");

        assertThat(agent().post(path(ticket, "snooze"), wish).status()).isEqualTo(204);

        Api.eventually(() -> tasks(ticket).contains(task) ? Optional.of(true) : Optional.empty(), "the step to come back");
        assertThat(kinds(ticket)).contains("ticket-woken").doesNotContain("clock-resumed");
    }

    private Api agent() {
        return as("agent");
    }

    private String raise(String login, String subject) {
        String file = Base64.getEncoder().encodeToString(new org.ticketingos.document.PdfWriter().fromHtml(
                "<html><body><h1>Invoice</h1><p>Sharma Paper Mills</p><p>%s</p></body></html>".formatted(subject)));
        return as(login).post("/api/v1/tickets", Map.of(
                        "subject", subject, "text", "Please enter the attached vendor invoice.",
                        "serviceLine", "data-entry",
                        "attachments", List.of(Map.of(
                                "name", "invoice.pdf", "mediaType", "application/pdf", "content", file))))
                .body().path("number").asText();
    }

    /** The id of the keying step, once the ticket is there. */
    private String keying(String number) {
        DataEntryWalk walk = new DataEntryWalk(this::as, number);
        walk.triage();
        return walk.keying().path("id").asText();
    }

    private String assignee(String task, String number) {
        String assignee = agent().get("/api/v1/tasks/" + task).body().path("assignee").asText("");
        if (assignee.isEmpty() || assignee.equals("null")) {
            agent().post("/api/v1/tasks/" + task + "/claim", Map.of());
            return "agent";
        }
        return assignee;
    }

    private List<String> tasks(String number) {
        List<String> ids = new ArrayList<>();
        agent().get("/api/v1/tasks?ticket=" + number).body().path("items").forEach(t -> ids.add(t.path("id").asText()));
        return ids;
    }

    private int say(String login, String number, String text) {
        return as(login).post(path(number, "messages"), Map.of("kind", "REPLY", "text", text)).status();
    }

    private List<JsonNode> messages(String number) {
        List<JsonNode> all = new ArrayList<>();
        agent().get(path(number, "messages")).body().path("items").forEach(all::add);
        return all;
    }

    private List<String> texts(String number) {
        return messages(number).stream().map(m -> m.path("text").asText()).toList();
    }

    private List<String> kinds(String number) {
        List<String> kinds = new ArrayList<>();
        as("supervisor").get(path(number, "events")).body().path("items").forEach(e -> kinds.add(e.path("kind").asText()));
        return kinds;
    }

    private Instant received(String number) {
        return Instant.parse(agent().ticket(number).path("receivedAt").asText());
    }

    private Instant due(String number) {
        for (JsonNode clock : agent().ticket(number).path("clocks")) {
            if (clock.path("kind").asText().equals("resolution")) {
                return Instant.parse(clock.path("dueAt").asText());
            }
        }
        throw new AssertionError("no clock on " + number);
    }


    private TicketId id(String number) {
        return TicketId.of(agent().ticket(number).path("id").asText());
    }

    private static String path(String number, String what) {
        return "/api/v1/tickets/" + number + "/" + what;
    }

    private static String detail(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        return answer.body().path("detail").asText();
    }
}

package org.ticketingos.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ticketingos.sla.SlaHouse.BEANS;
import static org.ticketingos.sla.SlaHouse.now;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Message;
import org.ticketingos.ticket.Link;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

class EntitlementTest {

    private final Tickets tickets = BEANS.getBean(Tickets.class);
    private final EntitlementSteps steps = BEANS.getBean(EntitlementSteps.class);
    private final ClarifyFiller filler = BEANS.getBean(ClarifyFiller.class);

    @BeforeEach
    void within_the_contract() {
        now("2026-01-21T09:00");
    }

    @Test
    void the_contract_is_found_by_client_line_and_day() {
        TicketId id = SlaHouse.ticket(SlaHouse.CLIENT);

        assertThat(find(id)).isTrue();
        assertThat(get(id).contractId()).isEqualTo("sla-1");
        assertThat(SlaHouse.in(() -> steps.plan(id.toString()))).isEqualTo("standard");
        assertThat(SlaHouse.in(() -> steps.priority(id.toString()))).isEqualTo("NORMAL");
        assertThat(kinds(id)).contains("contract-found");
    }

    @Test
    void a_contract_ends_with_the_clients_midnight() {
        now("2026-12-31T23:59");
        TicketId lastMinute = SlaHouse.ticket(SlaHouse.CLIENT);
        now("2027-01-01T00:00");
        TicketId tooLate = SlaHouse.ticket(SlaHouse.CLIENT);

        assertThat(find(lastMinute)).isTrue();
        assertThat(find(tooLate)).isFalse();
        assertThat(kinds(tooLate)).contains("contract-missing");
    }

    @Test
    void a_request_of_another_client_is_moved_there_and_keeps_its_arrival() {
        TicketId id = SlaHouse.ticket(SlaHouse.STRANGER);
        assertThat(find(id)).isFalse();
        now("2026-01-21T11:00");

        assertThat(clarify(id, Map.of("action", "assign-client", "client", "sla"))).isEqualTo("MOVED");

        Ticket old = get(id);
        assertThat(old.isOpen()).isFalse();
        List<Link> links = SlaHouse.in(() -> tickets.links(id));
        Ticket young = SlaHouse.in(() -> tickets.find(new TicketNumber(links.get(0).target())))
                .orElseThrow();
        assertThat(young.client()).isEqualTo(SlaHouse.CLIENT);
        assertThat(young.receivedAt()).isEqualTo(SlaHouse.at("2026-01-21T09:00"));
    }

    @Test
    void a_contract_made_meanwhile_is_found() {
        TicketId id = SlaHouse.ticket(SlaHouse.CLIENT);

        assertThat(clarify(id, Map.of("action", "assign-client", "client", "sla"))).isEqualTo("FOUND");
        assertThat(get(id).contractId()).isEqualTo("sla-1");
    }

    @Test
    void a_rejected_request_is_answered_and_closed() {
        TicketId id = SlaHouse.ticket(SlaHouse.STRANGER);

        assertThat(clarify(id, Map.of("action", "reject", "reason", "We do not work for you yet.")))
                .isEqualTo("REJECTED");

        assertThat(get(id).resolution()).isEqualTo("rejected: no contract covers it");
        List<Message> said = SlaHouse.in(() -> BEANS.getBean(Conversation.class).of(id));
        assertThat(said).hasSize(1).allMatch(message ->
                message.text().equals("We do not work for you yet.") && message.recipient().equals("amy@c.example"));
    }

    @Test
    void nonsense_is_refused_and_marked_in_the_form() {
        TicketId id = SlaHouse.ticket(SlaHouse.STRANGER);
        String nothing = "Strangers has no contract for data-entry on the day the request came in.";

        assertThat(check(id, Map.of("action", "assign-client", "client", "sla-stranger")))
                .isEqualTo(Map.of("client", nothing));
        refused(id, Map.of("action", "assign-client", "client", "sla-stranger"), nothing);
        assertThat(check(id, Map.of("action", "assign-client", "client", "moon"))).containsOnlyKeys("client");
        refused(id, Map.of("action", "assign-client"), "Choose the client the request belongs to.");
        assertThat(check(id, Map.of("action", "reject"))).containsOnlyKeys("reason");
        refused(id, Map.of("action", "reject"), "Say why the request is rejected; the sender reads it.");
        refused(id, Map.of(), "Choose whether the request belongs to a client or is rejected.");
        assertThat(check(id, Map.of("action", "assign-client", "client", "sla"))).isEmpty();
        assertThat(SlaHouse.in(() -> filler.fill(id)).options().get("client")).containsEntry("sla", "Clock Traders");
    }

    private boolean find(TicketId id) {
        return SlaHouse.in(() -> steps.findContract(id.toString()));
    }

    private String clarify(TicketId id, Map<String, Object> form) {
        return SlaHouse.in(() -> steps.clarify(id.toString(), form));
    }

    private Map<String, String> check(TicketId id, Map<String, Object> form) {
        return SlaHouse.in(() -> filler.check(id, form));
    }

    private Ticket get(TicketId id) {
        return SlaHouse.in(() -> tickets.get(id));
    }

    private List<String> kinds(TicketId id) {
        return SlaHouse.in(() -> tickets.history(id)).stream().map(RecordedEvent::kind).toList();
    }

    private void refused(TicketId id, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> clarify(id, form)).isInstanceOf(TicketRefused.class).hasMessage(sentence);
    }
}

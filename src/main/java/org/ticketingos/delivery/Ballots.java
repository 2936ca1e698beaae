package org.ticketingos.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The words of those who sign off one delivery, kept as evidence, and what they add up to. */
@Repository
@Transactional
public class Ballots {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Deliverables deliverables;
    private final Approvals approvals;
    private final Tickets tickets;
    private final Clock clock;

    Ballots(JdbcClient jdbc, Deliverables deliverables, Approvals approvals, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.deliverables = deliverables;
        this.approvals = approvals;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** How far the sign-off of a delivery is, and every word of it. */
    @Transactional(readOnly = true)
    public SignOffState of(Deliverable deliverable) {
        Map<String, SignOffState.Word> latest = new LinkedHashMap<>();
        List<SignOffState.Word> words = jdbc.sql(
                        "select * from sign_off_vote where deliverable_id = ? order by seq")
                .param(deliverable.id())
                .query((row, n) -> {
                    SignOffState.Word word = word(row);
                    latest.put(String.valueOf(row.getString("seat_id")), word);
                    return word;
                })
                .list();
        List<SignOffState.Seat> seats = jdbc.sql(
                        "select * from sign_off_seat where deliverable_id = ? order by position")
                .param(deliverable.id())
                .query((row, n) -> new SignOffState.Seat(row.getString("id"), row.getString("name"),
                        row.getString("mail"), row.getString("login"), latest.get(row.getString("id"))))
                .list();
        return new SignOffState(needed(deliverable), seats, words, deliverables.deemedAt(deliverable.ticket()));
    }

    /** Freezes today's rule for a delivery that has just been made. */
    void seat(Deliverable deliverable) {
        Optional<ApprovalRule> rule = approvals.rule(deliverable.client());
        if (rule.isEmpty()) {
            return;
        }
        jdbc.sql("update deliverable set needed = ? where id = ?")
                .params(rule.get().needed(), deliverable.id())
                .update();
        for (int i = 0; i < rule.get().approvers().size(); i++) {
            Approver one = rule.get().approvers().get(i);
            jdbc.sql("""
                            insert into sign_off_seat (id, deliverable_id, client_id, position, name, mail, login)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(UUID.randomUUID(), deliverable.id(), deliverable.client().value(), i, one.name(),
                            one.mail(), one.login())
                    .update();
        }
    }

    /** Several people are asked, so no one of them holds the step alone. */
    boolean shared(TicketId ticket) {
        return deliverables.latest(ticket).filter(one -> of(one).isShared()).isPresent();
    }

    /** Keeps one approver's word; true when the decision is complete with it. */
    boolean take(TicketId ticket, Map<String, Object> form, String actor) {
        Deliverable waiting = deliverables.latest(ticket)
                .filter(Deliverable::isPending)
                .orElseThrow(() -> new TicketRefused("Nothing waits for a sign-off on this ticket."));
        jdbc.sql("select id from deliverable where id = ? for update").param(waiting.id()).query(UUID.class).single();
        SignOffState state = of(waiting);
        Optional<CurrentUser> who = CurrentUser.find().filter(user -> user.login().equals(actor));
        who.ifPresent(user -> user.needs(ClientRole.APPROVER));
        Optional<SignOffState.Seat> seat = state.seats().stream()
                .filter(one -> one.isOf(actor, who.map(CurrentUser::mail).orElse("")))
                .findFirst();
        if (state.isShared() && seat.isEmpty()) {
            throw new TicketRefused("You are not one of the people who sign off this delivery.");
        }
        String verdict = "accept".equals(form.get("decision")) ? "accept" : "reject";
        String identified = who.isPresent() ? "LOGIN" : "LINK";
        jdbc.sql("""
                        insert into sign_off_vote (deliverable_id, client_id, seat_id, approver, identified, verdict,
                                                   comment, items, content_hash, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(waiting.id(), waiting.client().value(), seat.map(one -> UUID.fromString(one.id())).orElse(null),
                        actor, identified, verdict, ClientReviewFiller.text(form, "comment"),
                        json(ClientReviewFiller.verdicts(form)), waiting.contentHash(),
                        Timestamp.from(clock.instant()))
                .update();
        if (seat.isEmpty()) {
            return true;
        }
        SignOffState now = of(waiting);
        int accepted = (int) now.accepted();
        int rejected = (int) (now.seats().size() - now.open()) - accepted;
        tickets.record(new ApproverDecided(ticket, waiting.round(), seat.get().id(), verdict, identified,
                waiting.contentHash(), accepted, rejected, now.needed(), clock.instant()));
        return Tally.of(now.needed(), now.seats().size(), accepted, rejected) != Tally.OPEN;
    }

    private int needed(Deliverable deliverable) {
        return jdbc.sql("select coalesce(needed, 1) from deliverable where id = ?")
                .param(deliverable.id())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private static SignOffState.Word word(ResultSet row) throws SQLException {
        return new SignOffState.Word(
                row.getString("approver"),
                row.getString("identified"),
                row.getString("verdict").equals("accept"),
                row.getString("comment"),
                verdicts(row.getString("items")),
                row.getString("content_hash"),
                row.getTimestamp("at").toInstant());
    }

    private static String json(List<ItemVerdict> verdicts) {
        try {
            return JSON.writeValueAsString(verdicts.stream()
                    .map(one -> Map.of("item", one.item().toString(), "verdict", one.verdict(), "reason", one.reason()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ItemVerdict> verdicts(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Map<String, String>>>() {}).stream()
                    .map(one -> new ItemVerdict(
                            UUID.fromString(one.getOrDefault("item", "")), one.getOrDefault("verdict", ""),
                            one.getOrDefault("reason", "")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

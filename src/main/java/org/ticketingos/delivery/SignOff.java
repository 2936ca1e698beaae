package org.ticketingos.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.client.Clients;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.FormGiven;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/**
 * Sign-off by link, without log-in: a random token for one content and one approver, until the decision is complete or
 * the term ends. Where one person decides it works once; where several do, its owner may still change the word given.
 * Looking decides nothing, because mail scanners open links.
 */
@Component
public class SignOff {

    /** 128 bit, so that guessing is hopeless. */
    private static final int TOKEN_BYTES = 16;

    private final JdbcClient jdbc;
    private final Deliverables deliverables;
    private final WorkItems items;
    private final Tickets tickets;
    private final Clients clients;
    private final Documents documents;
    private final Ballots ballots;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    SignOff(
            JdbcClient jdbc,
            Deliverables deliverables,
            WorkItems items,
            Tickets tickets,
            Clients clients,
            Documents documents,
            Ballots ballots,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${ticketingos.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.deliverables = deliverables;
        this.items = items;
        this.tickets = tickets;
        this.clients = clients;
        this.documents = documents;
        this.ballots = ballots;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** A new link for one approver; earlier ones for the same delivery stay good until somebody decides. */
    String link(Deliverable deliverable, String approver) {
        return link(deliverable, approver, null);
    }

    /** @param seat which of several approvers it is for; null where one person decides */
    String link(Deliverable deliverable, String approver, @Nullable UUID seat) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        jdbc.sql("""
                        insert into approval_token (token_hash, deliverable_id, client_id, content_hash, approver,
                                                    expires_at, seat_id)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(hash(token), deliverable.id(), deliverable.client().value(), deliverable.contentHash(),
                        approver, Timestamp.from(deliverables.deemedAt(deliverable.ticket())), seat)
                .update();
        return publicUrl + "/sign-off/" + token;
    }

    /** What to show for a link; empty for a token that was never given out. Changes nothing. */
    public Optional<SignOffView> view(String token) {
        SignOffView view = Scope.system(() -> grant(token, "").map(this::view).orElse(null));
        return Optional.ofNullable(view);
    }

    /** A file of the delivery behind a link. */
    public Optional<byte[]> file(String token, UUID document) {
        byte[] bytes = Scope.system(() -> grant(token, "")
                .filter(grant -> grant.deliverable.files().stream().anyMatch(file -> file.id().equals(document)))
                .map(grant -> documents.bytes(document))
                .orElse(null));
        return Optional.ofNullable(bytes);
    }

    /**
     * Decides, once.
     *
     * @param rows what is wrong with single items; items not named are in order
     * @throws TicketRefused with a sentence for the approver when the link cannot decide any more, or says why the
     *     answer is incomplete
     */
    public void decide(String token, boolean accept, String comment, List<ItemVerdict> rows) {
        Scope.system(() -> transaction.executeWithoutResult(status -> {
            Grant grant = grant(token, " for update of a")
                    .orElseThrow(() -> new TicketRefused("This link is not known."));
            String problem = problem(grant);
            if (!problem.isEmpty()) {
                throw new TicketRefused(problem);
            }
            jdbc.sql("update approval_token set used_at = ? where token_hash = ?")
                    .params(Timestamp.from(clock.instant()), hash(token))
                    .update();
            int before = ballots.of(grant.deliverable).words().size();
            if (grant.seat == null) {
                jdbc.sql("update deliverable set decided_by = ? where id = ? and state = 'DELIVERED'")
                        .params(grant.approver, grant.deliverable.id())
                        .update();
            }
            publisher.publishEvent(new FormGiven(
                    grant.deliverable.ticket(),
                    ClientReviewFiller.FORM,
                    form(accept, comment, rows),
                    grant.approver));
            boolean open = deliverables.find(grant.deliverable.id()).filter(Deliverable::isPending).isPresent();
            boolean heard = grant.seat != null && ballots.of(grant.deliverable).words().size() > before;
            if (open && !heard) {
                throw new IllegalStateException("nobody took in the sign-off of " + grant.deliverable.ticket());
            }
        }));
    }

    private record Grant(
            Deliverable deliverable,
            String contentHash,
            String approver,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable UUID seat) {}

    private static Map<String, Object> form(boolean accept, String comment, List<ItemVerdict> rows) {
        List<Map<String, Object>> verdicts = new ArrayList<>();
        for (ItemVerdict row : rows) {
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("item", row.item().toString());
            verdict.put("verdict", row.verdict());
            verdict.put("reason", row.reason());
            verdicts.add(verdict);
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("decision", accept ? "accept" : "reject");
        form.put("items", verdicts);
        form.put("comment", comment);
        return form;
    }

    private Optional<Grant> grant(String token, String lock) {
        return jdbc.sql("select a.* from approval_token a where a.token_hash = ?" + lock)
                .param(hash(token))
                .query((row, n) -> new Grant(
                        deliverables.find(row.getObject("deliverable_id", UUID.class)).orElseThrow(),
                        row.getString("content_hash"),
                        row.getString("approver"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("used_at") == null ? null : row.getTimestamp("used_at").toInstant(),
                        row.getObject("seat_id", UUID.class)))
                .optional();
    }

    private String problem(Grant grant) {
        if (!grant.deliverable.isPending()) {
            return switch (grant.deliverable.state()) {
                case Deliverable.REJECTED -> "This delivery was rejected and is being corrected; a new link follows.";
                case Deliverable.DEEMED_ACCEPTED -> "The term has passed: this delivery counts as accepted.";
                default -> "This delivery has been accepted already.";
            };
        }
        if (grant.usedAt != null && grant.seat == null) {
            return "This link has been used already.";
        }
        if (!clock.instant().isBefore(grant.expiresAt)) {
            return "The term for signing off has passed.";
        }
        return grant.contentHash.equals(grant.deliverable.contentHash())
                ? ""
                : "The delivery has changed since this link was sent.";
    }

    private SignOffView view(Grant grant) {
        Deliverable deliverable = grant.deliverable;
        Ticket ticket = tickets.get(deliverable.ticket());
        List<DocumentRef> files = deliverable.files();
        return new SignOffView(
                ticket.number(),
                ticket.subject(),
                clients.get(ticket.client()).name(),
                grant.approver,
                deliverable.round(),
                deliverable.deliveredAt(),
                deliverables.deemedAt(deliverable.ticket()),
                files,
                items.of(deliverable.ticket()).stream()
                        .filter(item -> item.is(WorkItem.RECORDED))
                        .map(item -> new SignOffView.Item(item.id(), ClientReviewFiller.label(item)))
                        .toList(),
                problem(grant),
                deliverable.client(),
                ballots.of(deliverable),
                grant.seat == null ? null : grant.seat.toString());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

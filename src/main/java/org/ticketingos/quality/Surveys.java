package org.ticketingos.quality;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.FormGiven;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Asks each client how we did, and keeps the answer. Whoever holds the link may answer it, once, and nothing else. */
@Repository
public class Surveys {

    private static final int TOKEN_BYTES = 32;

    /** For the record: whoever had the mail. */
    private static final String BY_LINK = "survey link";

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Surveys(
            JdbcClient jdbc,
            Tickets tickets,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What the link shows; empty when the token is none of ours. Needs nobody logged in: the link is the key. */
    public Optional<SurveyView> view(String token) {
        Optional<SurveyView> view = Scope.system(() -> transaction.execute(status -> jdbc.sql("""
                        select t.number, t.subject, t.client_id, s.answered_at from survey s join ticket t on t.id = s.ticket_id
                        where s.token_hash = ?""")
                .param(hash(token))
                .query((row, n) -> new SurveyView(
                        row.getString("number"), row.getString("subject"), row.getTimestamp("answered_at") != null,
                        new ClientId(row.getString("client_id"))))
                .optional()));
        return view == null ? Optional.empty() : view;
    }

    /** Takes the answer behind a link. It counts even after the ticket has closed without waiting for it. */
    public void answer(String token, int csat, int nps, @Nullable String comment) {
        Answer answer = new Answer(csat, nps, comment == null ? "" : comment.strip());
        refuseNonsense(answer);
        Scope.system(() -> transaction.executeWithoutResult(status -> {
            Asked asked = jdbc.sql("""
                            select s.ticket_id, s.answered_at, t.closed_at
                            from survey s join ticket t on t.id = s.ticket_id
                            where s.token_hash = ? for update of s""")
                    .param(hash(token))
                    .query(Surveys::asked)
                    .optional()
                    .orElseThrow(() -> new TicketRefused("This survey link is not valid."));
            if (asked.answered()) {
                throw new TicketRefused("This survey has been answered already. Thank you!");
            }
            if (asked.open()) {
                publisher.publishEvent(new FormGiven(asked.ticket(), SurveyForm.ID, form(answer), BY_LINK));
            }
            keep(asked.ticket(), answer);
        }));
    }

    /** Opens a survey and returns the token of its link; only the token's hash is kept. */
    String ask(TicketId ticket) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("""
                        insert into survey (id, ticket_id, client_id, token_hash, sent_at)
                        select ?, id, client_id, ?, ? from ticket where id = ?""")
                .params(UUID.randomUUID(), hash(token), Timestamp.from(clock.instant()), ticket.value())
                .update();
        return token;
    }

    /** Keeps an answer to the latest survey of a ticket; the first answer stands. */
    void keep(TicketId ticket, Answer answer) {
        refuseNonsense(answer);
        int kept = jdbc.sql("""
                        update survey set answered_at = ?, csat = ?, nps = ?, comment = ?
                        where id = (select id from survey where ticket_id = ? order by sent_at desc limit 1)
                          and answered_at is null""")
                .params(
                        Timestamp.from(clock.instant()),
                        answer.csat(),
                        answer.nps(),
                        answer.comment(),
                        ticket.value())
                .update();
        if (kept > 0) {
            tickets.record(new SurveyAnswered(ticket, answer.csat(), answer.nps(), clock.instant()));
        }
    }

    /** The answer to the latest survey of a ticket, if there is one. */
    public Optional<Answer> of(TicketId ticket) {
        return jdbc.sql("select * from survey where ticket_id = ? order by sent_at desc limit 1")
                .param(ticket.value())
                .query((row, n) -> row.getTimestamp("answered_at") == null
                        ? Optional.<Answer>empty()
                        : Optional.of(new Answer(
                                row.getInt("csat"), row.getInt("nps"), row.getString("comment"))))
                .optional()
                .flatMap(answer -> answer);
    }

    void recommend(TicketId ticket, String recommendation) {
        jdbc.sql("""
                        update survey set recommendation = ?
                        where id = (select id from survey where ticket_id = ? order by sent_at desc limit 1)""")
                .params(recommendation, ticket.value())
                .update();
        tickets.record(new RenewalRecommended(ticket, recommendation, clock.instant()));
    }

    private static void refuseNonsense(Answer answer) {
        if (answer.csat() < 1 || answer.csat() > 5) {
            throw new TicketRefused("Choose how satisfied you are, from 1 to 5.");
        }
        if (answer.nps() < 0 || answer.nps() > 10) {
            throw new TicketRefused("Choose how likely you are to recommend us, from 0 to 10.");
        }
    }

    private static Map<String, Object> form(Answer answer) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("csat", String.valueOf(answer.csat()));
        form.put("nps", String.valueOf(answer.nps()));
        form.put("comment", answer.comment());
        return form;
    }

    private static String hash(String token) {
        return Draw.hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private static Asked asked(ResultSet row, int n) throws SQLException {
        return new Asked(
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getTimestamp("answered_at") != null,
                row.getTimestamp("closed_at") == null);
    }

    private record Asked(TicketId ticket, boolean answered, boolean open) {}
}

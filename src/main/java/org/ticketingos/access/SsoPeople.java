package org.ticketingos.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.SsoRefused.Why;

/** Who of us somebody at the provider is. Nobody is made a user by logging in there; roles are ours alone. */
@Repository
@Transactional
public class SsoPeople {

    private final JdbcClient jdbc;
    private final Users users;
    private final FreshProof proof;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SsoPeople(JdbcClient jdbc, Users users, FreshProof proof, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.proof = proof;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The log-in name; the first time found by the mail address, if that is verified, and kept from then on. */
    String login(String issuer, String subject, @Nullable String mail, boolean verified) {
        Optional<String> kept = jdbc.sql("select login from user_subject where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(String.class)
                .optional();
        return kept.orElseGet(() -> link(issuer, subject, mail, verified));
    }

    private String link(String issuer, String subject, @Nullable String mail, boolean verified) {
        if (mail == null || mail.isBlank() || !verified) {
            throw new SsoRefused(Why.MAIL);
        }
        List<String> logins = jdbc.sql("select login from app_user where lower(mail) = lower(?) and active limit 2")
                .param(mail.strip())
                .query(String.class)
                .list();
        if (logins.size() != 1) {
            throw new SsoRefused(logins.isEmpty() ? Why.NOBODY : Why.TWICE);
        }
        String login = logins.get(0);
        int linked = jdbc.sql("""
                        insert into user_subject (issuer, subject, login, linked_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(issuer, subject, login, Timestamp.from(clock.instant()))
                .update();
        if (linked == 0) {
            throw new SsoRefused(Why.OTHER);
        }
        Users.User user = users.find(login).orElseThrow();
        publisher.publishEvent(new UserChanged(user.client(), login, login, "sso-linked", Map.of("issuer", issuer)));
        return login;
    }

    /** Forgets who somebody is at the provider; the next log-in there is matched anew. */
    public void forget(String login, CurrentUser by) {
        Users.User user = users.managed(login, by);
        proof.need(by);
        if (jdbc.sql("delete from user_subject where login = ?").param(login).update() == 0) {
            throw new AccessRefused("access.sso.none", "This person has not logged in by single sign-on.");
        }
        publisher.publishEvent(new UserChanged(user.client(), by.login(), login, "sso-unlinked", Map.of()));
    }
}

package org.ticketingos.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.ClientId;

/** Mails people what they have not read, gathered, when they want it; each notice in one mail at most. */
@Component
class NoticeMail {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);
    private static final String EVERY = "${ticketingos.notice.watch:PT30S}";

    private final Notices notices;
    private final Users users;
    private final Conversation conversation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NoticeMail(
            Notices notices,
            Users users,
            Conversation conversation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.users = users;
        this.conversation = conversation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Waiting(String login, Instant oldest) {}

    @Scheduled(fixedDelayString = EVERY, initialDelayString = EVERY)
    void look() {
        Scope.system(() -> jdbc.sql("""
                        select n.login, min(n.at) as oldest from notice n left join notice_setting s on s.login = n.login
                        where n.mailed_at is null and n.read_at is null and coalesce(s.mail, '') <> 'NEVER'
                        group by n.login""")
                .query((row, n) -> new Waiting(row.getString("login"), row.getTimestamp("oldest").toInstant()))
                .list()
                .forEach(this::mail));
    }

    private void mail(Waiting waiting) {
        Instant due = notices.wish(waiting.login()).mailAt(waiting.oldest());
        if (due == null || due.isAfter(clock.instant())) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> send(waiting.login()));
        } catch (RuntimeException e) {
            LOG.error("the notices of {} could not be mailed; trying again", waiting.login(), e);
        }
    }

    private void send(String login) {
        List<String> lines = jdbc.sql("""
                        with gone as (update notice set mailed_at = ?
                                      where login = ? and mailed_at is null and read_at is null returning id, sentence)
                        select sentence from gone order by id""")
                .params(Timestamp.from(clock.instant()), login)
                .query(String.class)
                .list();
        users.find(login).filter(Users.User::active).filter(user -> !lines.isEmpty()).ifPresent(user -> {
            String subject = lines.size() == 1 ? lines.get(0) : lines.size() + " things you have not read";
            String text = lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"))
                    + "\n\nHow often these mails come, and when they do not, is set in your profile.";
            conversation.mail(ClientId.HOUSE, null, new Draft(user.mail(), subject, text, List.of(), true));
        });
    }
}

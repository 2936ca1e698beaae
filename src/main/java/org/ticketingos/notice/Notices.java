package org.ticketingos.notice;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.access.Users.User;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;

/** What people should know, until they have read it. A notice gives nobody sight of a ticket they could not see before. */
@Service
@Transactional
public class Notices {

    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final Users users;
    private final Tickets tickets;
    private final Clock clock;

    Notices(JdbcClient jdbc, Users users, Tickets tickets, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Whether events of this kind can bring somebody a notice. */
    public static boolean concern(String eventKind) {
        return Telling.CONCERNS.contains(eventKind);
    }

    /** True when the person may know and is told; whoever may not see the ticket hears nothing. */
    public boolean tell(String login, TicketId id, String kind, String sentence) {
        Ticket ticket = tickets.get(id);
        if (!maySee(login, ticket)) {
            return false;
        }
        jdbc.sql("""
                        insert into notice (ticket_id, client_id, login, kind, sentence, at)
                        select id, client_id, ?, ?, ?, ? from ticket where id = ?""")
                .params(login, kind, nameless(login, sentence), Timestamp.from(clock.instant()), id.value())
                .update();
        return true;
    }

    /** Whoever judges work blind is not told who had to do with it. */
    private String nameless(String login, String sentence) {
        boolean blind = users.find(login)
                .filter(user -> new CurrentUser(login, user.name(), user.roles(), user.client(), user.groups()).isBlind())
                .isPresent();
        return blind
                ? CurrentUser.find().map(actor -> sentence.replace(actor.name(), "Somebody")).orElse(sentence)
                : sentence;
    }

    /** Our own active people who are not kept apart from the client, and the client's own. */
    boolean maySee(String login, Ticket ticket) {
        return users.find(login)
                .filter(User::active)
                .filter(user -> user.client() == null ? !walled(login, ticket) : user.client().equals(ticket.client()))
                .isPresent();
    }

    boolean isOurs(String login) {
        return users.find(login).filter(user -> user.client() == null).isPresent();
    }

    private boolean walled(String login, Ticket ticket) {
        return jdbc.sql("select exists (select 1 from agent_wall where login = ? and client_id = ?)")
                .params(login, ticket.client().value())
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public int unread(String login) {
        return jdbc.sql("select count(*) from (select 1 from notice where login = ? and read_at is null limit 100) unread")
                .param(login)
                .query(Integer.class)
                .single();
    }

    /** A person's notices, newest first, before a given one. */
    @Transactional(readOnly = true)
    public List<Notice> of(String login, long before, int most) {
        return jdbc.sql("""
                        select n.id, t.number, t.subject, n.kind, n.sentence, n.at, n.read_at is not null as is_read
                        from notice n join ticket t on t.id = n.ticket_id
                        where n.login = ? and n.id < ? order by n.id desc limit ?""")
                .params(login, before, Math.max(1, Math.min(most, MOST_ROWS)))
                .query((row, n) -> new Notice(
                        row.getLong("id"),
                        new TicketNumber(row.getString("number")),
                        row.getString("subject"),
                        row.getString("kind"),
                        row.getString("sentence"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("is_read")))
                .list();
    }

    /** Marks as read what is this person's; others' ids change nothing. */
    public void read(String login, Collection<Long> ids) {
        jdbc.sql("update notice set read_at = ? where login = ? and id = any(?) and read_at is null")
                .params(Timestamp.from(clock.instant()), login, ids.toArray(Long[]::new))
                .update();
    }

    public void readAll(String login) {
        jdbc.sql("update notice set read_at = ? where login = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), login)
                .update();
    }

    @Transactional(readOnly = true)
    public Wish wish(String login) {
        return jdbc.sql("select * from notice_setting where login = ?")
                .param(login)
                .query((row, n) -> new Wish(
                        Wish.Mail.valueOf(row.getString("mail")),
                        local(row.getTime("quiet_from")),
                        local(row.getTime("quiet_until")),
                        ZoneId.of(row.getString("zone"))))
                .optional()
                .orElseGet(() -> Wish.unspoken(clock.getZone()));
    }

    private static java.time.@Nullable LocalTime local(@Nullable Time time) {
        return time == null ? null : time.toLocalTime();
    }

    public void wish(String login, Wish wish) {
        jdbc.sql("""
                        insert into notice_setting (login, mail, quiet_from, quiet_until, zone) values (?, ?, ?, ?, ?)
                        on conflict (login) do update set mail = excluded.mail, quiet_from = excluded.quiet_from,
                            quiet_until = excluded.quiet_until, zone = excluded.zone""")
                .params(login, wish.mail().name(), wish.quietFrom(), wish.quietUntil(), wish.zone().getId())
                .update();
    }
}

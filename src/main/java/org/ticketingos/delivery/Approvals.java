package org.ticketingos.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.Role;
import org.ticketingos.access.UserChanged;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.TicketRefused;

/** Who signs off for each client; set by the client's administrator within what the contract says. */
@Repository
@Transactional
public class Approvals {

    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final FreshProof proof;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Approvals(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock, FreshProof proof) {
        this.proof = proof;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Empty: any one person who may, decides. */
    @Transactional(readOnly = true)
    public Optional<ApprovalRule> rule(ClientId client) {
        return jdbc.sql("select needed from approval_rule where client_id = ?")
                .param(client.value())
                .query(Integer.class)
                .optional()
                .map(needed -> new ApprovalRule(needed, approvers(client)));
    }

    /** How many have to accept at least, by the strictest of the client's contracts that still hold. */
    @Transactional(readOnly = true)
    public int least(ClientId client) {
        return jdbc.sql("""
                        select coalesce(max(sign_off_least), 1) from contract
                        where client_id = ? and (valid_until is null or valid_until > cast(? as date))""")
                .params(client.value(), Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Holds for what is delivered from now on. */
    public void save(ClientId client, ApprovalRule rule, CurrentUser by) {
        mayChange(client, by);
        proof.need(by);
        int least = least(client);
        Set<String> mails = new HashSet<>();
        for (Approver approver : rule.approvers()) {
            if (approver.name().isBlank() || !approver.mail().matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+")) {
                throw new TicketRefused("Each approver needs a name and a mail address.");
            }
            if (!mails.add(approver.mail().toLowerCase(Locale.ROOT))) {
                throw new TicketRefused(approver.mail() + " is named twice.");
            }
        }
        if (rule.approvers().isEmpty() || rule.approvers().size() > MOST) {
            throw new TicketRefused("Name 1 to " + MOST + " approvers.");
        }
        if (rule.needed() < 1 || rule.needed() > rule.approvers().size()) {
            throw new TicketRefused("Between 1 and " + rule.approvers().size() + " of them can have to accept.");
        }
        if (rule.needed() < least) {
            throw new TicketRefused("By the contract at least " + least + " people have to accept.");
        }
        jdbc.sql("""
                        insert into approval_rule (client_id, needed, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (client_id) do update set needed = excluded.needed,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(client.value(), rule.needed(), by.login(), Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from approver where client_id = ?").param(client.value()).update();
        for (int i = 0; i < rule.approvers().size(); i++) {
            Approver one = rule.approvers().get(i);
            jdbc.sql("insert into approver (client_id, position, name, mail, login) values (?, ?, ?, ?, ?)")
                    .params(client.value(), i, one.name().strip(), one.mail().strip(), one.login())
                    .update();
        }
        changed(client, by, rule.needed(), rule.approvers().size());
    }

    /** Back to: any one person who may, decides. */
    public void clear(ClientId client, CurrentUser by) {
        mayChange(client, by);
        proof.need(by);
        int least = least(client);
        if (least > 1) {
            throw new TicketRefused("By the contract at least " + least + " people have to accept.");
        }
        jdbc.sql("delete from approver where client_id = ?").param(client.value()).update();
        jdbc.sql("delete from approval_rule where client_id = ?").param(client.value()).update();
        changed(client, by, 1, 0);
    }

    private void changed(ClientId client, CurrentUser by, int needed, int approvers) {
        publisher.publishEvent(new SettingChanged(client, by.login(), "approval-rule-changed", Map.of(
                "needed", String.valueOf(needed), "approvers", String.valueOf(approvers))));
    }

    /** Nobody who is named goes unnoticed: else a decision could wait for somebody who cannot give it. */
    @EventListener
    void changed(UserChanged change) {
        boolean leaves = change.what().equals("user-switched-off")
                || change.what().equals("user-rights-changed")
                        && !change.facts().getOrDefault("roles", "").contains(ClientRole.APPROVER.name());
        if (!leaves || change.client() == null) {
            return;
        }
        if (approvers(change.client()).stream().anyMatch(one -> change.login().equals(one.login()))) {
            throw new TicketRefused("This person signs off for the company. Name somebody else as approver first.");
        }
        jdbc.sql("""
                        update approval_token set expires_at = least(expires_at, ?)
                        where seat_id in (select id from sign_off_seat where client_id = ? and login = ?)
                           or seat_id is null and used_at is null and client_id = ? and lower(approver) in (
                              select lower(mail) from app_user where login = ?)""")
                .params(Timestamp.from(clock.instant()), change.client().value(), change.login(),
                        change.client().value(), change.login())
                .update();
    }

    private List<Approver> approvers(ClientId client) {
        return jdbc.sql("select name, mail, login from approver where client_id = ? order by position")
                .param(client.value())
                .query((row, n) ->
                        new Approver(row.getString("name"), row.getString("mail"), row.getString("login")))
                .list();
    }

    private static void mayChange(ClientId client, CurrentUser by) {
        boolean ours = by.client() == null && by.is(Role.ADMIN);
        if (!ours && !(client.equals(by.client()) && by.may(ClientRole.ADMINISTRATOR))) {
            throw new TicketRefused("Only the company's administrator changes who signs off.");
        }
    }
}

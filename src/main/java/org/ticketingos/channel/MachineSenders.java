package org.ticketingos.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.Role;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.TicketRefused;

/** Scanners, ERP and monitoring of a client whose automatic mail may open tickets. Who let them is in the audit. */
@Component
@Transactional
public class MachineSenders {

    private final JdbcClient jdbc;
    private final FreshProof proof;
    private final ApplicationEventPublisher publisher;

    MachineSenders(JdbcClient jdbc, ApplicationEventPublisher publisher, FreshProof proof) {
        this.proof = proof;
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    /** One address of one client. */
    public record Machine(ClientId client, String mail) {}

    @Transactional(readOnly = true)
    public List<Machine> all() {
        return jdbc.sql("select client_id, mail from machine_sender order by client_id, mail")
                .query((row, n) -> new Machine(new ClientId(row.getString("client_id")), row.getString("mail")))
                .list();
    }

    public void add(Machine machine, String reason, CurrentUser by) {
        String mail = machine.mail().strip().toLowerCase(Locale.ROOT);
        if (!mail.matches("[^\\s@<>,]+@[^\\s@<>,]+\\.[^\\s@<>,]+") || mail.length() > 254) {
            throw new TicketRefused("\"" + machine.mail().strip() + "\" is not a mail address.");
        }
        int added = jdbc.sql("insert into machine_sender (client_id, mail) values (?, ?) on conflict do nothing")
                .params(machine.client().value(), mail)
                .update();
        if (added == 0) {
            throw new TicketRefused(mail + " may open tickets already.");
        }
        tell("machine-sender-added", new Machine(machine.client(), mail), reason, by);
    }

    public void remove(Machine machine, String reason, CurrentUser by) {
        int removed = jdbc.sql("delete from machine_sender where client_id = ? and mail = ?")
                .params(machine.client().value(), machine.mail())
                .update();
        if (removed == 0) {
            throw new TicketRefused(machine.mail() + " is not on the list any more.");
        }
        tell("machine-sender-removed", machine, reason, by);
    }

    private void tell(String what, Machine machine, String reason, CurrentUser by) {
        if (!by.is(Role.SUPERVISOR) && !by.is(Role.ADMIN)) {
            throw new TicketRefused("Only supervisors decide which machines may open tickets.");
        }
        proof.need(by);
        if (reason.isBlank()) {
            throw new TicketRefused("Say why; the audit keeps it.");
        }
        publisher.publishEvent(new SettingChanged(
                machine.client(), by.login(), what, Map.of("mail", machine.mail(), "reason", reason.strip())));
    }
}

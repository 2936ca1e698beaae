package org.ticketingos.sla;

import static org.ticketingos.client.SampleCalendars.K1;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Draft;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.Decisions;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** The module with its real neighbours on the real database: one client under contract, one without, two of us. */
final class SlaHouse {

    static final ClientId CLIENT = new ClientId("sla");
    static final ClientId STRANGER = new ClientId("sla-stranger");
    static final AnnotationConfigApplicationContext BEANS = beans();
    static final Wired.Hands HANDS = BEANS.getBean(Wired.Hands.class);

    private SlaHouse() {}

    private static AnnotationConfigApplicationContext beans() {
        AnnotationConfigApplicationContext beans = Wired.modules(
                "org.ticketingos.ticket",
                "org.ticketingos.client",
                "org.ticketingos.gate",
                "org.ticketingos.document",
                "org.ticketingos.channel",
                "org.ticketingos.sla");
        beans.getEnvironment().getPropertySources().addFirst(
                new MapPropertySource("test", Map.of("ticketingos.sla.watch", "PT24H")));
        beans.register(Users.class);
        beans.registerBean(PasswordEncoder.class, Pbkdf2PasswordEncoder::defaultsForSpringSecurity_v5_8);
        beans.registerBean(Decisions.class, SlaTables::new);
        beans.refresh();
        beans.stop();
        Scope.system(() -> furnish(beans));
        return beans;
    }

    private static void furnish(AnnotationConfigApplicationContext beans) {
        beans.getBean(WorkCalendars.class).add(new WorkCalendar("sla-k1", "Office", K1.zone(), K1.versions()));
        for (String client : Set.of("sla", "sla-stranger")) {
            Database.jdbc().sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'p@c.example')""")
                    .params(client, client.equals("sla") ? "Clock Traders" : "Strangers")
                    .update();
        }
        Database.jdbc().sql("""
                        insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                            sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                            reopen_days, platform_share, invoicing, valid_from, valid_until)
                        values ('sla-1', 'sla', 'C-1', 'data-entry', 'PER_TRANSACTION', 'INR', 'standard',
                            'sla-k1', 10, 0.998, 'FIELD', true, 3, 7, 0.2, 'PER_TICKET', '2025-01-01', '2027-01-01')""")
                .update();
        Users users = beans.getBean(Users.class);
        users.add(new Users.User("sla-sam", "Sam", "sam@ticketingos.example", Set.of(Role.SUPERVISOR), null,
                Set.of("supervisors"), true), "demo");
        users.add(new Users.User("sla-amy", "Amy", "amy@ticketingos.example", Set.of(Role.AGENT), null,
                Set.of("data-entry", "service-desk"), true), "demo");
    }

    /** A classified ticket; nobody has looked for its contract yet. */
    static TicketId ticket(ClientId client) {
        return in(() -> {
            Tickets tickets = BEANS.getBean(Tickets.class);
            TicketId id = tickets.open(NewTicket.request(
                            client, "Invoice 7", "mail", "amy@c.example", HANDS.instant()))
                    .id();
            tickets.classify(id, ServiceLine.DATA_ENTRY, "invoice", Priority.NORMAL, "calm", "desk");
            return id;
        });
    }

    static void reply(TicketId id, boolean automatic) {
        Scope.system(() -> BEANS.getBean(Conversation.class)
                .reply(id, new Draft("amy@c.example", "", "We have it.", List.of(), automatic)));
    }

    static <T> T in(Supplier<T> work) {
        T answer = Scope.system(work::get);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    static JdbcClient jdbc() {
        return Database.jdbc();
    }

    static void now(String local) {
        HANDS.set(at(local));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(K1.zone()).toInstant();
    }
}

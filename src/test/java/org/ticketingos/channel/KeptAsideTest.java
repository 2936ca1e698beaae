package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;

class KeptAsideTest {

    private static final CurrentUser SAM =
            new CurrentUser("sam", "Sam", Set.of(Role.SUPERVISOR), null, Set.of("supervisors"));
    private static final CurrentUser AMY = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());

    private static MailRoom room;
    private static final List<SettingChanged> AUDITED = new ArrayList<>();
    private final KeptAside kept = room.beans.getBean(KeptAside.class);
    private final MachineSenders machines = room.beans.getBean(MachineSenders.class);
    private ClientId acme;

    @BeforeAll
    static void open_the_door() {
        room = new MailRoom(Map.of());
        ApplicationListener<PayloadApplicationEvent<SettingChanged>> ear = event -> AUDITED.add(event.getPayload());
        room.beans.addApplicationListener(ear);
    }

    @AfterAll
    static void close_the_door() {
        room.close();
    }

    @BeforeEach
    void a_client_of_our_own() {
        room.clock.set(MailRoom.MORNING);
        acme = room.client();
        AUDITED.clear();
    }

    @Test
    void a_mail_kept_aside_becomes_a_ticket_when_a_supervisor_wants_it() {
        UUID mail = aside();

        Receipt receipt = in(() -> kept.release(mail, SAM));

        assertThat(in(() -> room.tickets.get(receipt.ticket())).subject()).isEqualTo("Scan of the day");
        assertThat(mine(false)).isEmpty();
        assertThat(AUDITED).extracting(SettingChanged::what).contains("kept-mail-released");
    }

    @Test
    void it_joins_a_ticket_of_its_client_and_of_no_other() {
        UUID mail = aside();
        ClientId globex = room.client();
        Ticket foreign = open(globex);
        Ticket own = open(acme);

        assertThatThrownBy(() -> in(() -> kept.attach(mail, foreign.number(), SAM)))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("belongs to another client");
        assertThatThrownBy(() -> in(() -> kept.attach(mail, new TicketNumber("T-999999999"), SAM)))
                .hasMessageContaining("There is no ticket");
        in(() -> kept.attach(mail, own.number(), SAM));

        assertThat(in(() -> room.conversation.of(own.id()))).extracting(Message::subject).contains("Scan of the day");
        assertThat(in(() -> room.tickets.history(own.id()))).extracting(event -> event.kind()).contains("client-replied");
        assertThat(mine(false)).isEmpty();
    }

    @Test
    void it_is_dropped_with_a_reason_and_can_be_taken_back() {
        UUID mail = aside();

        assertThatThrownBy(() -> Scope.system(() -> kept.drop(mail, " ", SAM))).hasMessageContaining("Say why");
        Scope.system(() -> kept.drop(mail, "advertising", SAM));
        assertThat(mine(false)).isEmpty();
        assertThat(mine(true)).hasSize(1);
        assertThat(AUDITED.get(0).facts()).containsEntry("reason", "advertising");

        Scope.system(() -> kept.take(mail, SAM));
        assertThat(mine(false)).hasSize(1);
    }

    @Test
    void an_agent_decides_on_none_of_it() {
        UUID mail = aside();

        assertThatThrownBy(() -> in(() -> kept.release(mail, AMY))).hasMessageContaining("Only supervisors");
        assertThatThrownBy(() -> Scope.system(() -> kept.drop(mail, "no", AMY))).hasMessageContaining("Only supervisors");
        assertThatThrownBy(() -> Scope.system(() ->
                        machines.add(new MachineSenders.Machine(acme, "scan@" + acme + ".example"), "scanner", AMY)))
                .hasMessageContaining("Only supervisors");
        assertThat(mine(false)).hasSize(1);
    }

    @Test
    void a_machine_opens_tickets_once_it_is_named_and_no_longer_when_it_is_removed() {
        MachineSenders.Machine scanner = new MachineSenders.Machine(acme, "scan@" + acme + ".example");
        Scope.system(() -> machines.add(scanner, "their scanner", SAM));
        assertThat(room.arrive(machineMail("One")).outcome()).isEqualTo(Outcome.OPENED);
        assertThatThrownBy(() -> Scope.system(() -> machines.add(scanner, "again", SAM))).hasMessageContaining("already");
        assertThatThrownBy(() -> Scope.system(() ->
                        machines.add(new MachineSenders.Machine(acme, "no address"), "x", SAM)))
                .hasMessageContaining("is not a mail address");

        Scope.system(() -> machines.remove(scanner, "sold", SAM));
        assertThat(room.arrive(machineMail("Two")).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(AUDITED).extracting(SettingChanged::what).contains("machine-sender-added", "machine-sender-removed");
        assertThat(AUDITED.get(0).facts()).containsEntry("reason", "their scanner");
    }

    private UUID aside() {
        room.arrive(machineMail("Scan of the day"));
        return mine(false).get(0).id();
    }

    private List<Message> mine(boolean dropped) {
        return in(() -> kept.all(dropped)).stream()
                .filter(mail -> mail.author().endsWith(acme + ".example"))
                .toList();
    }

    private String machineMail(String subject) {
        return """
                From: scan@%1$s.example
                To: desk@ticketingos.example
                Subject: %2$s
                Message-ID: <%3$s@%1$s.example>
                Precedence: bulk

                Page 1 for %2$s
                """.formatted(acme, subject, UUID.randomUUID());
    }

    private Ticket open(ClientId client) {
        return in(() -> room.tickets.open(NewTicket.request(client, "Invoice", "mail", "a@b.example", MailRoom.MORNING)));
    }

    private static <T> T in(Supplier<T> work) {
        return java.util.Objects.requireNonNull(Scope.system(work::get));
    }
}

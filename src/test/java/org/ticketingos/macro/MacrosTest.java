package org.ticketingos.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SaidMeanwhile;
import org.ticketingos.channel.Draft;
import org.ticketingos.channel.Writing;
import org.ticketingos.client.ClientId;
import org.ticketingos.staffing.Staffing;
import org.ticketingos.ticket.NewTicket;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** Prepared texts and macros on the real database; the engine is the only stand-in. */
class MacrosTest {

    private static final CurrentUser AMY = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());
    private static final CurrentUser SUE = new CurrentUser("sue", "Sue", Set.of(Role.SUPERVISOR), null, Set.of());

    private final Inbox inbox = mock();
    private final Staffing staffing = mock();
    private final ClientId client = new ClientId("macro-" + UUID.randomUUID().toString().substring(0, 12));
    private AnnotationConfigApplicationContext beans;
    private Macros macros;
    private CannedTexts texts;
    private Tickets tickets;
    private Conversation conversation;
    private Ticket ticket;

    @BeforeEach
    void a_ticket() {
        beans = Wired.modules("org.ticketingos.ticket", "org.ticketingos.client", "org.ticketingos.document",
                "org.ticketingos.channel", "org.ticketingos.macro");
        beans.registerBean(Inbox.class, () -> inbox);
        beans.registerBean(Staffing.class, () -> staffing);
        beans.refresh();
        beans.stop();
        macros = beans.getBean(Macros.class);
        texts = beans.getBean(CannedTexts.class);
        tickets = beans.getBean(Tickets.class);
        conversation = beans.getBean(Conversation.class);
        LoggedIn.as(AMY);
        beans.getBean(JdbcClient.class).sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, 'Acme Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                .param(client.value())
                .update();
        ticket = tickets.open(new NewTicket(client, Ticket.REQUEST, null, "Boxes {{client.name}}", "mail",
                "asha@acme.example", ServiceLine.DATA_ENTRY, Priority.NORMAL, Instant.parse("2026-01-21T03:30:00Z")));
        InboxItem step = step();
        when(inbox.of(ticket.id(), AMY)).thenReturn(List.of(step));
        OpenTask open = mock();
        when(open.values()).thenReturn(Map.of("category", "invoice", "note", "old"));
        when(inbox.open("task-1", AMY)).thenReturn(open);
    }

    @AfterEach
    void shut() {
        LoggedIn.nobody();
        beans.close();
    }

    @Test
    void blanks_are_filled_and_those_without_a_value_are_named() {
        CannedText text = new CannedText(UUID.randomUUID(), Fits.ALL, "Hello",
                "Dear {{requester.name}}, {{ticket.number}} of {{client.name}} & co., yours {{agent.name}}", false);

        Blanks.Filled filled = texts.fill(text, ticket, AMY);

        assertThat(filled.text()).isEqualTo(
                "Dear {{requester.name}}, " + ticket.number() + " of Acme Traders & co., yours Amy");
        assertThat(filled.missing()).containsExactly("requester.name");
    }

    @Test
    void a_text_with_an_unfilled_blank_does_not_leave() {
        Writing writing = beans.getBean(Writing.class);
        Composed composed = new Composed(Composed.Kind.REPLY, "", "", "Dear {{requester.name}}", List.of(), 0);

        assertThatThrownBy(() -> writing.send(ticket.id(), composed, Writing.How.AT_ONCE, AMY))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("requester.name");
        assertThat(conversation.of(ticket.id())).isEmpty();
    }

    @Test
    void braces_in_what_a_client_wrote_are_neither_run_nor_taken_for_blanks() {
        CannedText text = new CannedText(UUID.randomUUID(), Fits.ALL, "About", "About {{ticket.subject}}", false);

        Blanks.Filled filled = texts.fill(text, ticket, AMY);

        assertThat(filled.text()).isEqualTo("About Boxes { {client.name} }");
        assertThat(filled.missing()).isEmpty();
    }

    @Test
    void only_known_blanks_and_no_sections_can_be_prepared_and_only_by_supervisors() {
        assertThatThrownBy(() -> texts.save(text("{{ticket.secret}}"), SUE)).hasMessageContaining("ticket.secret");
        assertThatThrownBy(() -> texts.save(text("{{#client}}x{{/client}}"), SUE)).hasMessageContaining("blanks only");
        assertThatThrownBy(() -> texts.save(text("{{client.name"), SUE)).isInstanceOf(TicketRefused.class);
        assertThatThrownBy(() -> texts.save(text("Hello"), AMY)).hasMessageContaining("Only supervisors");
    }

    @Test
    void a_text_is_offered_where_it_fits_until_it_is_archived() {
        CannedText mine = new CannedText(UUID.randomUUID(), new Fits(client, ServiceLine.DATA_ENTRY, Role.AGENT), "Mine",
                "Hello", false);
        CannedText others = new CannedText(UUID.randomUUID(), new Fits(ClientId.HOUSE, null, null), "Other", "Hello", false);
        texts.save(mine, SUE);
        texts.save(others, SUE);
        assertThat(texts.fitting(ticket, AMY)).contains(mine).doesNotContain(others);
        assertThat(texts.fitting(ticket, SUE)).doesNotContain(mine);

        texts.save(new CannedText(mine.id(), mine.fits(), mine.title(), mine.body(), true), SUE);

        assertThat(texts.fitting(ticket, AMY)).doesNotContain(mine);
    }

    @Test
    void one_click_replies_raises_the_priority_completes_the_step_and_hands_over() {
        Macro macro = saved("Dear {{client.name}}", "ravi");

        UUID reply = macros.apply(ticket.id(), macro.id(), 0, AMY);

        assertThat(reply).isNotNull();
        assertThat(conversation.of(ticket.id())).extracting(Message::text).containsExactly("Dear Acme Traders");
        assertThat(tickets.get(ticket.id()).priority()).isEqualTo(Priority.HIGH);
        verify(inbox).complete("task-1", Map.of("category", "invoice", "note", "new"), AMY);
        verify(staffing).handOver(eq(ticket.id()), eq("ravi"), any());
    }

    @Test
    void a_preview_tells_every_change_and_makes_none() {
        Macros.Preview preview = macros.preview(ticket.id(), saved("Dear {{client.name}}", "ravi"), AMY);

        assertThat(preview.hindrance()).isNull();
        assertThat(preview.changes()).hasSize(4);
        assertThat(preview.changes().get(0)).contains("asha@acme.example").contains("Dear Acme Traders");
        assertThat(conversation.of(ticket.id())).isEmpty();
        assertThat(tickets.get(ticket.id()).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void what_one_act_refuses_undoes_all_others() {
        doThrow(new TicketRefused("ravi has this step.")).when(inbox).complete(any(), any(), any());
        Macro macro = saved("Dear {{client.name}}", null);

        assertThat(macros.preview(ticket.id(), macro, AMY).hindrance()).isEqualTo("ravi has this step.");
        assertThatThrownBy(() -> macros.apply(ticket.id(), macro.id(), 0, AMY)).isInstanceOf(TicketRefused.class);
        assertThat(conversation.of(ticket.id())).isEmpty();
        assertThat(tickets.get(ticket.id()).priority()).isEqualTo(Priority.NORMAL);
    }

    @Test
    void a_missing_value_hinders_the_macro_and_is_named() {
        Macro macro = saved("Dear {{requester.name}}", null);

        assertThat(macros.preview(ticket.id(), macro, AMY).hindrance()).contains("requester.name");
        assertThatThrownBy(() -> macros.apply(ticket.id(), macro.id(), 0, AMY)).hasMessageContaining("requester.name");
    }

    @Test
    void a_macro_does_not_answer_what_was_not_seen_and_not_for_other_clients() {
        Macro macro = saved("Dear {{client.name}}", null);
        conversation.reply(ticket.id(), new Draft("", "", "Meanwhile", List.of(), false));
        assertThatThrownBy(() -> macros.apply(ticket.id(), macro.id(), 0, AMY)).isInstanceOf(SaidMeanwhile.class);

        Macro foreign = new Macro(UUID.randomUUID(), new Fits(ClientId.HOUSE, null, null), "F", Composed.Kind.NOTE, "x",
                null, null, null, Map.of(), false);
        macros.save(foreign, SUE);
        assertThat(macros.fitting(ticket, AMY)).doesNotContain(foreign);
        assertThatThrownBy(() -> macros.apply(ticket.id(), foreign.id(), 0, AMY)).isInstanceOf(TicketRefused.class);
    }

    private Macro saved(String body, String handTo) {
        Macro macro = new Macro(UUID.randomUUID(), new Fits(client, null, null), "All at once", Composed.Kind.REPLY, body,
                Priority.HIGH, handTo, "triage-confirm", Map.of("note", "new"), false);
        macros.save(macro, SUE);
        return macro;
    }

    private static CannedText text(String body) {
        return new CannedText(UUID.randomUUID(), Fits.ALL, "A text", body, false);
    }

    private InboxItem step() {
        InboxItem item = mock();
        when(item.form()).thenReturn("triage-confirm");
        when(item.taskId()).thenReturn("task-1");
        when(item.name()).thenReturn("Confirm");
        return item;
    }
}

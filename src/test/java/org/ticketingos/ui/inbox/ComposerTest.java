package org.ticketingos.ui.inbox;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.Composed.Kind;
import org.ticketingos.channel.Conversation;
import org.ticketingos.channel.Direction;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SaidMeanwhile;
import org.ticketingos.channel.Writing;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Merging;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ui.Screen;

class ComposerTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private static final CurrentUser AMY = new CurrentUser("amy", "Amy", Set.of(Role.AGENT), null, Set.of());

    private final TicketId id = TicketId.next(NOW);
    private final Ticket ticket = mock();
    private final TicketDesk desk = mock();
    private final Writing writing = mock();
    private final Conversation conversation = mock();

    @BeforeEach
    void a_ticket_of_asha() {
        LoggedIn.as(AMY);
        when(ticket.id()).thenReturn(id);
        when(desk.user()).thenReturn(AMY);
        when(desk.writing()).thenReturn(writing);
        when(desk.conversation()).thenReturn(conversation);
        when(desk.documents()).thenReturn(mock(Documents.class));
        when(desk.merging()).thenReturn(mock(Merging.class));
        when(conversation.requesterMail(id)).thenReturn(Optional.of("asha@acme.example"));
        when(conversation.newest(id)).thenReturn(7L);
        when(writing.known(id)).thenReturn(List.of("asha@acme.example"));
        when(writing.draft(any(), any(), any())).thenReturn(Optional.empty());
        when(writing.withUndo()).thenReturn(new Writing.How(false, Duration.ofSeconds(10), null));
    }

    @Test
    void a_draft_kept_before_is_back_with_its_recipients() {
        when(writing.draft(id, Kind.REPLY, AMY)).thenReturn(Optional.of(
                new Composed(Kind.REPLY, "boss@acme.example", "", "Dear boss", List.of(), 3)));

        Composer composer = show(new Composer(ticket, desk, () -> {}));

        assertThat(text().getValue()).isEqualTo("Dear boss");
        assertThat(_get(composer, Recipients.class).to()).isEqualTo("boss@acme.example");
    }

    @Test
    void words_of_a_note_reach_a_reply_only_when_somebody_says_so() {
        show(new Composer(ticket, desk, () -> {}));
        press("Internal note");
        text().setValue("They always pay late.");

        press("Reply to the client");
        assertThat(_find(NoteIntoReply.class)).hasSize(1);
        press("Reply without them");

        assertThat(text().getValue()).isEmpty();
        assertThat(text().getLabel()).contains("the client reads this");
    }

    @Test
    void what_is_new_stops_a_reply_is_shown_and_the_text_stays() {
        SaidMeanwhile stop = mock();
        when(stop.getMessage()).thenReturn("Not sent: there is a new message since you opened it.");
        when(stop.messages()).thenReturn(List.of(new Message(UUID.randomUUID(), 9, id, Direction.IN, "mail",
                "asha@acme.example", "", "", "", "Stop, please", NOW, "RECEIVED", List.of(), "", false, null)));
        when(writing.send(eq(id), any(), argThat(how -> how != null && !how.anyway()), eq(AMY))).thenThrow(stop);
        Composer composer = show(new Composer(ticket, desk, () -> {}));
        text().setValue("We go on.");

        press("Send reply");

        assertThat(_find(composer, Bubble.class)).hasSize(1);
        assertThat(text().getValue()).isEqualTo("We go on.");
        press("Send anyway");
        verify(writing).send(eq(id), argThat(sent -> sent.text().equals("We go on.") && sent.seen() == 7),
                argThat(how -> how.anyway()), eq(AMY));
    }

    @Test
    void a_reader_of_what_is_new_goes_on_and_is_not_stopped_again() {
        SaidMeanwhile stop = mock();
        when(stop.getMessage()).thenReturn("Not sent.");
        when(stop.messages()).thenReturn(List.of(new Message(UUID.randomUUID(), 9, id, Direction.IN, "mail",
                "asha@acme.example", "", "", "", "Stop, please", NOW, "RECEIVED", List.of(), "", false, null)));
        when(writing.send(eq(id), argThat(sent -> sent != null && sent.seen() == 7), any(), eq(AMY))).thenThrow(stop);
        show(new Composer(ticket, desk, () -> {}));
        text().setValue("We go on.");
        press("Send reply");

        press("I have read it, go on writing");
        press("Send reply");

        verify(writing).send(eq(id), argThat(sent -> sent != null && sent.seen() == 9), any(), eq(AMY));
    }

    @Test
    void an_address_nobody_knows_is_pointed_out() {
        Composer composer = show(new Composer(ticket, desk, () -> {}));
        Recipients recipients = _get(composer, Recipients.class);

        recipients.restore(new Composed(Kind.REPLY, "asha@acrne.example", "", "", List.of(), 0));

        assertThat(recipients.getChildren().map(one -> one.getElement().getText()).toList())
                .anyMatch(words -> words.contains("asha@acrne.example is outside"));
        verify(writing, never()).send(any(), any(), any(), any());
    }

    private static TextArea text() {
        return _get(TextArea.class);
    }

    private static void press(String caption) {
        _click(_get(Button.class, spec -> spec.withText(caption)));
    }
}

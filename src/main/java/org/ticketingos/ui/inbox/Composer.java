package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Composed;
import org.ticketingos.channel.Composed.Kind;
import org.ticketingos.channel.Message;
import org.ticketingos.channel.SaidMeanwhile;
import org.ticketingos.channel.Writing.How;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Kept;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;

/** Where people write: a reply to the client or a note among us, two texts that never become one by mistake. */
@JsModule("./kept.ts")
class Composer extends Div {

    /** Milliseconds without a key after which the text is kept. */
    private static final int PAUSE = 700;

    private final Ticket ticket;
    private final TicketDesk desk;
    private final CurrentUser user;
    private final Runnable said;
    private final Button replyMode = new Button("Reply to the client", VaadinIcon.REPLY.create());
    private final Button noteMode = new Button("Internal note", VaadinIcon.LOCK.create());
    private final Recipients recipients;
    private final TextArea text = new TextArea();
    private final ComposerFiles files;
    private final Span saved = new Span();
    private final Span others = new Span();
    private final Div elsewhere = new Div();
    private final Div stopped = new Div();
    private final Div bottom = new Div();
    private Kind kind = Kind.REPLY;
    private long seen;

    Composer(Ticket ticket, TicketDesk desk, Runnable said) {
        this.ticket = ticket;
        this.desk = desk;
        this.user = desk.user();
        this.said = said;
        addClassName("composer");
        recipients = new Recipients(ticket, desk, this::keep);
        files = new ComposerFiles(ticket, desk, this::keep);
        text.setWidthFull();
        text.setMinRows(2);
        text.setMaxRows(14);
        text.setMaxLength(100_000);
        Kept.in(this, "text/" + ticket.number());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep();
                getUI().ifPresent(Presence::typing);
            }
        });
        saved.addClassNames("soft", "tiny");
        saved.getElement().setAttribute("role", "status");
        others.addClassNames("tiny", "warned");
        bottom.addClassNames("row", "composer-end");
        Div modes = new Div(replyMode, noteMode, others);
        modes.addClassNames("row", "modes");
        replyMode.addClickListener(click -> toReply());
        noteMode.addClickListener(click -> open(Kind.NOTE));
        add(modes, elsewhere, recipients, text, files, stopped, bottom);
        boolean noteOnly = desk.writing().draft(ticket.id(), Kind.REPLY, user).isEmpty()
                && desk.writing().draft(ticket.id(), Kind.NOTE, user).isPresent();
        open(noteOnly ? Kind.NOTE : Kind.REPLY);
        Keys.bind(this, Act.SEND, this::send);
        Keys.bind(this, Act.ATTACH, files::choose);
        Keys.bind(this, Act.CANNED, this::pick);
        text.getElement().addEventListener("keydown", pressed -> pick())
                .setFilter("event.key === '/' && /(^|\\n)$/.test(event.target.value) && (event.preventDefault() || true)");
        whoElse();
    }

    /** Goes to the text of this kind; what was typed in the other stays there. */
    void write(Kind wanted) {
        if (wanted == Kind.REPLY) {
            toReply();
        } else {
            open(wanted);
        }
        text.focus();
    }

    /** Puts words where the cursor was, or at the end. */
    void insert(String words) {
        String before = text.getValue();
        text.setValue(before.isBlank() ? words : before.stripTrailing() + "\n\n" + words);
        keep();
        text.focus();
    }

    Kind kind() {
        return kind;
    }

    /** Somebody else came, went or wrote, or the ticket lives on in another one. */
    final void whoElse() {
        elsewhere.removeAll();
        desk.merging().into(ticket.id()).ifPresent(target -> {
            Notice notice = new Notice("%s was merged into %s. What you write here goes there; your text is kept."
                    .formatted(ticket.number(), target.number()), Tone.WARN);
            notice.add(InboxNavigation.ticket(target.number()));
            elsewhere.add(notice);
        });
        others.setText(String.join(" ", desk.writing().others(ticket.id(), user).stream()
                .map(other -> Who.is(other.login()) + " has begun a " + (other.kind() == Kind.NOTE ? "note" : "reply") + " ("
                        + Moments.near(other.savedAt()) + ").")
                .toList()));
    }

    private void toReply() {
        if (kind == Kind.NOTE && !text.isEmpty()) {
            new NoteIntoReply(recipients.words(), () -> open(Kind.REPLY), () -> {
                String note = text.getValue();
                text.clear();
                keep();
                open(Kind.REPLY);
                insert(note);
            }).open();
        } else {
            open(Kind.REPLY);
        }
    }

    private void open(Kind wanted) {
        kind = wanted;
        Kept.field(text, wanted.name());
        boolean reply = wanted == Kind.REPLY;
        setClassName("reply", reply);
        setClassName("note", !reply);
        mode(replyMode, reply);
        mode(noteMode, !reply);
        recipients.setVisible(reply);
        text.setLabel(reply ? "Reply, the client reads this" : "Note, only our people read this");
        stopped.removeAll();
        Optional<Composed> draft = desk.writing().draft(ticket.id(), wanted, user);
        seen = draft.map(Composed::seen).orElseGet(() -> desk.conversation().newest(ticket.id()));
        text.setValue(draft.map(Composed::text).orElse(""));
        draft.ifPresent(recipients::restore);
        files.restore(draft.map(Composed::files).orElse(List.of()));
        saved.setText(draft.isPresent() ? "Your draft is back" : "");
        buttons(reply);
    }

    private void pick() {
        new TextPicker(ticket, desk, this::insert).open();
    }

    private static void mode(Button button, boolean on) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(on));
        button.setThemeName(on ? "small primary" : "small tertiary");
    }

    private void buttons(boolean reply) {
        bottom.removeAll();
        Button send = new Button(reply ? "Send reply" : "Keep note", (reply ? VaadinIcon.PAPERPLANE : VaadinIcon.CHECK).create(),
                click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setTooltipText(Keys.tip(Act.SEND));
        bottom.add(send);
        if (reply) {
            desk.writing().opens(ticket.id()).ifPresent(opens -> {
                Button later = new Button("Send " + Moments.near(opens), VaadinIcon.HOURGLASS.create(),
                        click -> send(false, opens));
                later.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                later.setTooltipText("When the client's business hours begin; taken back if the client writes first");
                bottom.add(later);
            });
        }
        Button prepared = new Button("Texts", VaadinIcon.FILE_TEXT_O.create(), click -> pick());
        prepared.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        prepared.setTooltipText(Keys.tip("Insert a prepared text, also by / in an empty line", Act.CANNED));
        bottom.add(files.button(), prepared, saved);
        saved.addClassName("push");
    }

    private Composed composed() {
        return new Composed(kind, recipients.to(), recipients.cc(), text.getValue(), files.ids(), seen);
    }

    private void keep() {
        desk.writing().keep(ticket.id(), composed(), user);
        Kept.told(this, Map.of(kind.name(), text.getValue()));
        saved.setText(text.isEmpty() && files.ids().isEmpty() ? "" : "Draft saved");
    }

    private void send() {
        send(false, null);
    }

    private void send(boolean anyway, @Nullable Instant until) {
        if (text.isEmpty() && files.ids().isEmpty()) {
            text.focus();
            throw new TicketRefused("Write something first.");
        }
        boolean reply = kind == Kind.REPLY;
        UUID sent;
        try {
            var how = desk.writing().withUndo().anyway(anyway);
            sent = desk.writing().send(ticket.id(), composed(),
                    until == null ? how : new How(anyway, how.pause(), until), user);
        } catch (SaidMeanwhile unseen) {
            stop(unseen, until);
            return;
        }
        open(kind);
        said.run();
        if (reply) {
            SentNotice.show(until, desk.writing().withUndo().pause(), () -> undo(sent));
        } else {
            Notice.done("The note is kept. The client does not see it.");
        }
    }

    boolean mine(Message message) {
        return user.login().equals(message.author());
    }

    void undo(UUID sent) {
        desk.writing().undo(sent, user);
        open(Kind.REPLY);
        text.focus();
        said.run();
    }

    /** Shows what is new, keeps the text, and lets its writer decide. */
    private void stop(SaidMeanwhile unseen, @Nullable Instant until) {
        stopped.removeAll();
        stopped.addClassName("stack");
        stopped.add(new Notice(unseen.getMessage(), Tone.WARN));
        unseen.messages().forEach(message -> stopped.add(new Bubble(message, desk.papers())));
        Button anyway = new Button("Send anyway", click -> send(true, until));
        anyway.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        Button edit = new Button("I have read it, go on writing", click -> {
            seen = unseen.messages().get(unseen.messages().size() - 1).seq();
            stopped.removeAll();
            keep();
            text.focus();
        });
        edit.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div choices = new Div(edit, anyway);
        choices.addClassName("row");
        stopped.add(choices);
        said.run();
        stopped.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }
}

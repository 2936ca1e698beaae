package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.Ballots;
import org.ticketingos.delivery.Deliverable;
import org.ticketingos.delivery.Deliverables;
import org.ticketingos.delivery.SignOffState;
import org.ticketingos.language.Refused;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.inbox.FileList;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.upload.Standings;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;

/** One request as its client sees it: how far, what to decide, what was delivered, what was said. */
@Route("portal")
@RolesAllowed("CLIENT")
class RequestView extends Page implements HasUrlParameter<String> {

    /** The conversation below should be in reach. */
    private static final int FIRST_FILES = 6;

    private final Tickets tickets;
    private final Inbox inbox;
    private final Deliverables deliverables;
    private final Ballots ballots;
    private final Papers papers;
    private final ProgressPanel.Maker progress;
    private final PortalTalk.Maker talks;
    private final Standings standings;
    private final Div news = new Div();
    private final Div head = new Div();
    private final Div steps = new Div();
    private final Div work = new Div();
    private final Div talk = new Div();
    private final Div handedIn = new Div();
    private @Nullable TicketId shown;
    private @Nullable PortalTalk conversation;
    private @Nullable FileList files;

    RequestView(
            Tickets tickets, Inbox inbox, Deliverables deliverables, Ballots ballots, Papers papers,
            ProgressPanel.Maker progress, PortalTalk.Maker talks, Standings standings) {
        super(say("portal.request"));
        this.tickets = tickets;
        this.inbox = inbox;
        this.deliverables = deliverables;
        this.ballots = ballots;
        this.papers = papers;
        this.progress = progress;
        this.talks = talks;
        this.standings = standings;
        actions(new Anchor("portal/requests", say("portal.requests")));
        Div body = new Div(news, head, steps, work, handedIn, talk);
        body.addClassNames("stack", "narrow");
        add(body);
        Live.gathered(this, event -> event.ticketId().equals(shown), events -> follow());
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        Ticket ticket = Optional.of(number)
                .filter(text -> text.matches("T-\\d{1,12}"))
                .flatMap(text -> tickets.find(new TicketNumber(text)))
                .orElseThrow(() -> new Refused("portal.request.unknown"));
        news.removeAll();
        if (event.getLocation().getQueryParameters().getParameters().containsKey("raised")) {
            news.add(new Notice(say("portal.raised", ticket.number()), Tone.OK));
        }
        show(ticket);
    }

    private void show(Ticket ticket) {
        shown = ticket.id();
        title(ticket.subject(), ticket.number() + " " + ticket.subject());
        showProgress(ticket);
        showSteps(ticket);
        showFiles(ticket);
        conversation = talks.about(ticket);
        talk.removeAll();
        talk.add(conversation);
    }

    /** Somebody else has done something: what this person is typing stays where it is. */
    private void follow() {
        Ticket ticket = tickets.get(java.util.Objects.requireNonNull(shown));
        showProgress(ticket);
        boolean asked = steps.getChildren().anyMatch(TaskPanel.class::isInstance);
        boolean still = inbox.of(ticket.id(), CurrentUser.get()).isEmpty();
        if (!asked || still) {
            showSteps(ticket);
        }
        if (files == null) {
            showFiles(ticket);
        } else {
            files.refresh();
        }
        if (conversation != null) {
            conversation.refresh();
        }
    }

    private void showFiles(Ticket ticket) {
        handedIn.removeAll();
        files = null;
        if (!standings.counts(Standings.Of.ticket(ticket.id())).isEmpty()) {
            files = new FileList(standings, papers, Standings.Of.ticket(ticket.id()), FIRST_FILES);
            handedIn.add(new Panel(say("portal.upload.files"), files));
        }
    }

    private void showProgress(Ticket ticket) {
        head.removeAll();
        head.add(progress.about(ticket, () -> show(tickets.get(ticket.id()))));
    }

    private void showSteps(Ticket ticket) {
        List<Deliverable> rounds = deliverables.of(ticket.id());
        Optional<Deliverable> pending = rounds.stream().filter(Deliverable::isPending).findFirst();
        Optional<SignOffState> state = pending.map(ballots::of);
        steps.removeAll();
        steps.addClassName("stack");
        for (InboxItem item : inbox.of(ticket.id(), CurrentUser.get())) {
            if (!item.form().equals(TaskPanel.SIGN_OFF) || mayDecide(state)) {
                steps.add(new TaskPanel(inbox, inbox.open(item.taskId(), CurrentUser.get()),
                        () -> show(tickets.get(ticket.id()))));
            }
        }
        if (pending.isPresent() && !mayDecide(state)) {
            steps.add(new Notice(say("portal.decide.others"), Tone.INFO));
        }
        state.filter(SignOffState::isShared).ifPresent(one -> steps.add(new ApproversPanel(one)));
        work.removeAll();
        if (!rounds.isEmpty()) {
            work.add(delivered(rounds));
        }
    }

    private static boolean mayDecide(Optional<SignOffState> state) {
        CurrentUser user = CurrentUser.get();
        return user.may(ClientRole.APPROVER)
                && state.filter(SignOffState::isShared)
                        .map(one -> one.seats().stream().anyMatch(seat -> seat.isOf(user.login(), user.mail())))
                        .orElse(true);
    }

    private Component delivered(List<Deliverable> rounds) {
        Panel panel = new Panel(say("portal.delivered"));
        panel.addClassName("printed");
        for (int i = rounds.size() - 1; i >= 0; i--) {
            Deliverable round = rounds.get(i);
            Div top = new Div(new Span(say("portal.delivery", round.round(), Moments.near(round.deliveredAt()))), state(round));
            top.addClassNames("row", "small", "strong");
            Div files = new Div();
            files.addClassNames("row", "small", "touch-links");
            round.files().forEach(file -> files.add(papers.download(file)));
            panel.add(top, files);
            if (round.decidedAt() != null && round.decidedBy() != null) {
                Div evidence = new Div(say("portal.evidence", Who.is(round.decidedBy()), Moments.at(round.decidedAt()),
                        round.contentHash().substring(0, 12)));
                evidence.addClassNames("tiny", "soft", "wrap");
                evidence.getElement().setAttribute("title", round.contentHash());
                panel.add(evidence);
            }
            deliverables.comment(round.id()).ifPresent(words -> {
                Div said = new Div("“" + words + "”");
                said.addClassNames("small", "wrap");
                panel.add(said);
            });
        }
        return panel;
    }

    private static Chip state(Deliverable round) {
        return switch (round.state()) {
            case Deliverable.ACCEPTED -> new Chip(say("portal.round.accepted"), Tone.OK);
            case Deliverable.DEEMED_ACCEPTED -> new Chip(say("portal.round.deemed"), Tone.OK);
            case Deliverable.REJECTED -> new Chip(say("portal.round.rejected"), Tone.BAD);
            default -> new Chip(say("portal.round.waits"), Tone.WARN);
        };
    }
}

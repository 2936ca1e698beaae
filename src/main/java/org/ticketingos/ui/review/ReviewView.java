package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.quality.ReviewQueue;
import org.ticketingos.quality.ReviewQueue.Kind;
import org.ticketingos.quality.ReviewQueue.Offer;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ui.inbox.Paging;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** The reviewer's list: samples in an order of chance, without a word on whose work they are. */
@Route("review")
@Menu(title = "Review desk", icon = "vaadin:glasses", order = 2)
@RolesAllowed("REVIEWER")
class ReviewView extends Page {

    private final transient ReviewQueue queue;
    private final CurrentUser user = CurrentUser.get();
    private final Grid<Offer> grid = new Grid<>();
    private final ComboBox<String> line = new ComboBox<>("Service line");
    private final Div progress = new Div();

    ReviewView(ReviewQueue queue, NextReview next, ProvenAccuracy proven) {
        super("Review desk");
        this.queue = queue;
        lead("Samples of finished work, in random order. You see the page and what was keyed, not who keyed it.");
        full();
        Button take = new Button("Next review", VaadinIcon.PLAY.create(), click -> next(next));
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.setTooltipText(Keys.tip(Act.NEXT_TASK));
        Keys.bind(this, Act.NEXT_TASK, () -> next(next));
        actions(take);
        line.setItems(queue.lines(user));
        line.setItemLabelGenerator(Words::text);
        line.setPlaceholder("All");
        line.setClearButtonVisible(true);
        line.addValueChangeListener(change -> show());
        progress.addClassName("progress");
        progress.getElement().setAttribute("role", "status");
        Div bar = new Div(line, progress);
        bar.addClassNames("row", "review-bar");
        columns();
        Div side = new Div(new ProvenPanel(proven.thisMonth()));
        side.addClassName("review-side");
        Div body = new Div(grid, side);
        body.addClassName("review-body");
        add(bar, body);
        show();
        Live.gathered(this, event -> event.kind().startsWith("review-") || event.kind().endsWith("-sampled"),
                events -> show());
    }

    private void columns() {
        grid.addComponentColumn(ReviewView::link).setHeader("Ticket").setWidth("6rem").setFlexGrow(0);
        grid.addComponentColumn(offer -> kind(offer.kind())).setHeader("What").setWidth("7.5rem").setFlexGrow(0);
        grid.addColumn(Offer::clientName).setHeader("Client").setFlexGrow(4);
        grid.addColumn(offer -> Words.text(offer.line())).setHeader("Line").setFlexGrow(1);
        // the day only: the minute of a promise gives away when the work came, and so perhaps whose it is
        grid.addColumn(offer -> offer.dueAt() == null
                ? "" : Moments.day(LocalDate.ofInstant(offer.dueAt(), Moments.zone()))).setHeader("Promised by")
                .setWidth("7.5rem").setFlexGrow(0);
        grid.addComponentColumn(offer -> offer.mine() ? new Chip("Yours", Tone.ACCENT) : new Span("")).setHeader("With")
                .setWidth("5rem").setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addItemClickListener(click -> open(click.getItem().number()));
        grid.setEmptyStateComponent(new Empty(VaadinIcon.CHECK_CIRCLE_O, "No sample is waiting for you.",
                "New ones show up here as work is finished. Your own work is never among them."));
    }

    private void show() {
        String chosen = line.getValue();
        String shuffle = shuffle();
        Paging.feed(grid, (cursor, size) -> queue.page(user, shuffle, chosen, cursor, size), Offer::taskId);
        ReviewQueue.Progress done = queue.progress(user, Moments.zone());
        Element fill = new Element("i");
        fill.getStyle().setWidth(done.all() == 0 ? "0" : done.done() * 100 / done.all() + "%");
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getElement().appendChild(fill).setAttribute("aria-hidden", "true");
        progress.removeAll();
        progress.add(new Span("%d of %d this week".formatted(done.done(), done.all())), bar);
        progress.getElement().setAttribute("title", "Done by you since Monday, of that and what waits for you");
    }

    /** One order per session and reviewer: stable while one works, different for everybody. */
    static String shuffle() {
        VaadinSession session = VaadinSession.getCurrent();
        Object known = session.getAttribute("review-shuffle");
        if (known == null) {
            known = UUID.randomUUID().toString();
            session.setAttribute("review-shuffle", known);
        }
        return known.toString();
    }

    private void next(NextReview next) {
        next.take(user, shuffle(), line.getValue())
                .ifPresentOrElse(ReviewView::open, () -> Notice.done("No sample is waiting for you."));
    }

    private static Component kind(Kind kind) {
        return new Chip(kind.label(), kind == Kind.REVIEW ? Tone.PLAIN : kind == Kind.SECOND ? Tone.INFO : Tone.WARN);
    }

    private static Anchor link(Offer offer) {
        Anchor link = new Anchor("review/" + offer.number(), offer.number().value());
        link.addClassName("number");
        return link;
    }

    private static void open(TicketNumber number) {
        UI.getCurrent().navigate(ReviewDesk.class, number.value());
    }
}

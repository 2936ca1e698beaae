package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.quality.Appeals;
import org.ticketingos.quality.OwnVerdict;
import org.ticketingos.quality.OwnVerdicts;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.inbox.Paging;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** What reviews said about the agent's own work, newest first, and the way to disagree. */
@Route("my-quality")
@Menu(title = "My quality", icon = "vaadin:medal", order = 1.5)
@RolesAllowed("AGENT")
class MyQualityView extends Page {

    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final transient OwnVerdicts verdicts;
    private final transient Appeals appeals;
    private final CurrentUser user = CurrentUser.get();
    private final Grid<OwnVerdict> grid = new Grid<>();

    MyQualityView(OwnVerdicts verdicts, Appeals appeals, Clock clock) {
        super("My quality");
        this.verdicts = verdicts;
        this.appeals = appeals;
        full();
        OwnVerdicts.Figures last = verdicts.figures(user.login(), clock.instant().minus(LOOK_BACK));
        lead(last.reviews() == 0
                ? "None of your work was reviewed in the last 30 days."
                : "Last 30 days: %s, %s in %s.%s".formatted(
                        Words.count(last.reviews(), "review"),
                        last.errors() == 0 ? "no error" : Words.count(last.errors(), "error"),
                        Words.count(last.inspected(), "unit"),
                        last.meanScore() == null ? "" : " Mean score " + Figures.percent(last.meanScore()) + "."));
        grid.addComponentColumn(one -> InboxNavigation.ticket(one.number())).setHeader("Ticket").setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(OwnVerdict::subject).setHeader("Subject").setFlexGrow(3);
        grid.addColumn(one -> Moments.near(one.review().at())).setHeader("Reviewed").setWidth("9.5rem").setFlexGrow(0);
        grid.addComponentColumn(MyQualityView::result).setHeader("Result").setWidth("8rem").setFlexGrow(0);
        grid.addComponentColumn(one -> Figures.chip(one.score())).setHeader("Score").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(MyQualityView::appeal).setHeader("Appeal").setWidth("11rem").setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.setItemDetailsRenderer(new com.vaadin.flow.data.renderer.ComponentRenderer<>(this::details));
        grid.setEmptyStateComponent(new Empty(VaadinIcon.MEDAL, "None of your work has been reviewed yet.",
                "A share of it is drawn by lot; what the review says shows up here."));
        add(grid);
        show();
    }

    private void show() {
        Paging.feed(grid, (cursor, size) -> verdicts.page(user.login(), cursor, size), one -> one.review().id());
    }

    private Component details(OwnVerdict one) {
        return new VerdictPanel("Review of " + one.number(), one, appeals, user.login(), this::show);
    }

    private static Component result(OwnVerdict one) {
        return one.passed()
                ? new Chip(VaadinIcon.CHECK_CIRCLE_O, "Passed", Tone.OK)
                : new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, Words.count(one.errors(), "error"), Tone.BAD);
    }

    private static Component appeal(OwnVerdict one) {
        return one.appeal()
                .<Component>map(appeal -> appeal.open()
                        ? new Chip("Being decided", Tone.INFO)
                        : new Chip("Right in %d of %d".formatted(appeal.overturned(), appeal.items().size()),
                                appeal.overturned() > 0 ? Tone.OK : Tone.PLAIN))
                .orElseGet(() -> one.disputableUntil() == null
                        ? new Div()
                        : new Span("until " + Moments.near(one.disputableUntil())));
    }
}

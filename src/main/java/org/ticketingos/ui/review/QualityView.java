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
import java.time.Instant;
import org.ticketingos.quality.CriticalErrors;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.quality.ReviewFigures;
import org.ticketingos.quality.ReviewFigures.Reviewer;
import org.ticketingos.quality.ReviewFigures.SecondLevel;
import org.ticketingos.quality.Track;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** Quality as figures for who answers for it: what is proven, and how far reviews can be trusted. */
@Route("quality")
@Menu(title = "Quality", icon = "vaadin:line-chart", order = 4.5)
@RolesAllowed({"SUPERVISOR", "ANALYST", "ADMIN"})
class QualityView extends Page {

    private static final Duration LOOK_BACK = Duration.ofDays(30);

    QualityView(ProvenAccuracy proven, ReviewFigures figures, Clock clock) {
        super("Quality");
        lead("What the random sample proves, and how far the reviews themselves can be trusted. Last 30 days.");
        Instant since = clock.instant().minus(LOOK_BACK);
        Div stack = new Div(
                new ProvenPanel(proven.thisMonth()), reviewers(figures, since), second(figures, since), critical(figures, since));
        stack.addClassName("stack");
        add(stack);
    }

    private static Component reviewers(ReviewFigures figures, Instant since) {
        var all = figures.reviewers(since);
        if (all.isEmpty()) {
            return new Panel("Reviewers", new Empty(VaadinIcon.USERS, "Nobody has reviewed anything.",
                    "Reviews and lost appeals per reviewer show up here."));
        }
        Grid<Reviewer> grid = new Grid<>();
        grid.addColumn(one -> Who.is(one.reviewer())).setHeader("Reviewer").setAutoWidth(true);
        grid.addColumn(Reviewer::reviews).setHeader("Reviews").setAutoWidth(true);
        grid.addColumn(Reviewer::decided).setHeader("Appeals decided").setAutoWidth(true);
        grid.addColumn(Reviewer::overturned).setHeader("Overturned").setAutoWidth(true);
        grid.addColumn(one -> one.overturnRate() == null
                        ? "none decided yet"
                        : Figures.percent(one.overturnRate()) + " of " + one.decided())
                .setHeader("Overturn rate").setAutoWidth(true);
        grid.setItems(all);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        return new Panel("Reviewers", grid);
    }

    private static Component second(ReviewFigures figures, Instant since) {
        SecondLevel second = figures.secondLevel(null, null, since);
        if (second.fields() == 0) {
            return new Panel("Second level", new Empty(VaadinIcon.COPY_O, "No review was repeated.",
                    "Set the share looked at twice beside a line's scorecard."));
        }
        return new Panel("Second level", new Facts()
                .with("Repeated", second.reviews() + " reviews, " + second.fields() + " fields")
                .with("Judged alike", second.same() + " of " + second.fields() + " fields")
                .with("AC1", Figures.coefficient(second.table().gwet()))
                .with("Cohen's κ", Figures.coefficient(second.table().cohen()))
                .with("", new Span("Where nearly every field is right κ collapses while people agree; read AC1.")));
    }

    private static Component critical(ReviewFigures figures, Instant since) {
        Facts facts = new Facts();
        for (Track track : Track.values()) {
            CriticalErrors errors = figures.critical(track, since);
            facts.with(track.label(), errors.monitored() == 0
                    ? "nothing scored yet"
                    : "%s: %d of %s with such an error; the true rate is at most %s with 95 %% confidence".formatted(
                            Figures.percent(errors.accuracy()), errors.errors(), Words.count(errors.monitored(), "review"),
                            Figures.percent(errors.upperError().setScale(4, java.math.RoundingMode.CEILING))));
        }
        return new Panel("Critical-error accuracy", facts);
    }
}

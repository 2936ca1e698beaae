package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Flaws;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.ui.chart.Chart;
import org.ticketingos.ui.chart.Chart.Bar;
import org.ticketingos.ui.chart.Chart.Series;
import org.ticketingos.ui.chart.Chart.Shade;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Words;

/** Where quality is lost, and what is proven of it. */
final class QualityParts {

    static final int DAYS = 30;

    private final Part causes = new Part("Defects by cause, last " + DAYS + " days", "board-causes");
    private final Part proven = new Part("Accuracy proven this month", "board-proven");

    List<Component> parts() {
        return List.of(causes, proven);
    }

    void causes(BoardFilter filter, Flaws.Quality quality, Instant since) {
        causes.show(List.of(quality, filter), () -> {
            if (quality.causes().isEmpty()) {
                return new Empty(VaadinIcon.CHECK_CIRCLE_O, "No defect was found in these days.", checked(quality));
            }
            List<Bar> bars = new ArrayList<>();
            List<Bar> shares = new ArrayList<>();
            long sum = 0;
            for (Flaws.Cause cause : quality.causes()) {
                sum += cause.defects();
                String link = filter.tickets("defect", cause.cause() + "@" + since);
                bars.add(new Bar(Words.text(cause.cause()), cause.defects(), link));
                shares.add(new Bar(Words.text(cause.cause()), sum * 100 / quality.defects(), link));
            }
            Chart chart = new Chart(Chart.Kind.PARETO, "Defects by cause, most frequent first, with their running share")
                    .onPick(LoadParts::open)
                    .show(List.of(
                            new Series("Defects", Shade.ACCENT, bars),
                            new Series("Share in %", Shade.IDLE, shares)));
            Paragraph sentence = new Paragraph(checked(quality));
            sentence.addClassNames("soft", "small");
            return new Div(chart, sentence);
        });
    }

    private static String checked(Flaws.Quality quality) {
        if (quality.checked() == 0) {
            return "Nothing was reviewed in these days.";
        }
        BigDecimal perThousand = BigDecimal.valueOf(quality.errors() * 1_000)
                .divide(BigDecimal.valueOf(quality.checked()), 1, RoundingMode.HALF_UP);
        return perThousand.toPlainString() + " defects per 1,000: " + quality.errors() + " in "
                + String.format(java.util.Locale.ENGLISH, "%,d", quality.checked()) + " reviewed units.";
    }

    void proven(List<ProvenAccuracy.Proven> all, BoardFilter filter) {
        List<ProvenAccuracy.Proven> shown = all.stream()
                .filter(one -> filter.client() == null || one.client().equals(filter.client()))
                .filter(one -> filter.line() == null || one.line().equals(filter.line().code()))
                .toList();
        proven.show(shown, () -> {
            if (shown.isEmpty()) {
                return new Empty(VaadinIcon.CHECK_SQUARE_O, "No contract promises accuracy here.", "Choose another client or line.");
            }
            Sheet sheet = new Sheet("Accuracy proven this month", List.of("Client and line", "What the random sample proves"));
            shown.forEach(one -> sheet.row(
                    new Div(Sheet.text(one.clientName()), Sheet.soft(" " + Words.text(one.line()))),
                    Sheet.text(one.sentence())));
            return sheet;
        });
    }
}

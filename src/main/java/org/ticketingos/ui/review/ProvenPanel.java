package org.ticketingos.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.ticketingos.quality.Accuracy;
import org.ticketingos.quality.ProvenAccuracy.Proven;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** What the random sample proves of each promise this month: unit, n, errors, bound, and what is still missing. */
class ProvenPanel extends Panel {

    ProvenPanel(List<Proven> lines) {
        super("Proof of accuracy, this month");
        addClassName("proven");
        List<Proven> begun = lines.stream().filter(line -> line.accuracy().inspected() > 0).toList();
        if (begun.isEmpty()) {
            add(new Empty(VaadinIcon.CHART_LINE, "Nothing was inspected this month.",
                    "Each review of the random sample adds to the proof of what was promised."));
            return;
        }
        begun.forEach(line -> add(line(line)));
        Paragraph peeking = new Paragraph("Bounds are one-sided, at 95 % confidence (Clopper-Pearson), of the random"
                + " sample only. They hold for the whole month: stopping on the first good day would prove nothing.");
        peeking.addClassNames("soft", "tiny");
        add(peeking);
    }

    private static Div line(Proven line) {
        Accuracy accuracy = line.accuracy();
        Span name = new Span(line.clientName() + " · " + Words.text(line.line()));
        name.addClassName("strong");
        Div one = new Div(
                name,
                accuracy.proven()
                        ? new Chip(VaadinIcon.CHECK_CIRCLE_O, "Proven", Tone.OK)
                        : new Chip(VaadinIcon.HOURGLASS, "Not proven yet", Tone.WARN),
                new Span(line.sentence()),
                new Span("Point value " + Figures.percent(accuracy.point())));
        one.addClassNames("proven-line", "small");
        return one;
    }
}

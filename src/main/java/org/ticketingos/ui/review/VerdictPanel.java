package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ticketingos.delivery.FieldNames;
import org.ticketingos.quality.Appeal;
import org.ticketingos.quality.Appeals;
import org.ticketingos.quality.Defect;
import org.ticketingos.quality.Mark;
import org.ticketingos.quality.OwnVerdict;
import org.ticketingos.quality.Scores;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** What a review said about one's own work, point by point, and the way to disagree. */
class VerdictPanel extends Panel {

    private final transient Appeals appeals;
    private final String login;
    private final transient Runnable changed;

    VerdictPanel(String title, OwnVerdict verdict, Appeals appeals, String login, Runnable changed) {
        super(title);
        this.appeals = appeals;
        this.login = login;
        this.changed = changed;
        addClassName("verdict");
        Div head = new Div(
                verdict.passed()
                        ? new Chip(VaadinIcon.CHECK_CIRCLE_O, "Passed", Tone.OK)
                        : new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, Words.count(verdict.errors(), "error"), Tone.BAD),
                Figures.chip(verdict.score()),
                soft("%s of %s, %s".formatted(
                        verdict.errors() == 0 ? "no error" : Words.count(verdict.errors(), "error"),
                        Words.count(verdict.review().inspected(), unit(verdict)),
                        Moments.at(verdict.review().at()))));
        head.addClassName("row");
        add(head);
        verdict.defects().forEach(defect -> add(point(defect)));
        verdict.answers().stream()
                .filter(answer -> answer.mark() == Mark.NO || answer.mark() == Mark.PARTLY)
                .forEach(answer -> add(point(answer)));
        if (!verdict.review().note().isEmpty()) {
            add(soft("Note: " + verdict.review().note()));
        }
        verdict.appeal().ifPresent(appeal -> add(appealed(appeal)));
        if (verdict.disputableUntil() != null) {
            add(dispute(verdict));
        }
    }

    private static String unit(OwnVerdict verdict) {
        return verdict.review().unit().equals("DOCUMENT") ? "document" : "field";
    }

    private static Component point(Defect defect) {
        Div one = new Div(new Span(FieldNames.label(defect.field())), soft("keyed " + shown(defect.found())
                + ", should be " + shown(defect.expected()) + " · " + defect.cause().label() + " · "
                + Words.text(defect.severity().name()).toLowerCase()));
        if (defect.withdrawn()) {
            one.add(new Chip("Overturned: no error", Tone.OK));
        }
        one.addClassNames("verdict-point", "small");
        return one;
    }

    private static Component point(Scores.Answer answer) {
        Div one = new Div(new Span(answer.text()),
                soft(answer.mark().label() + (answer.remark().isEmpty() ? "" : ": " + answer.remark())));
        one.addClassNames("verdict-point", "small");
        return one;
    }

    private static Component appealed(Appeal appeal) {
        if (appeal.open()) {
            return new Notice("You disputed this on " + Moments.at(appeal.openedAt())
                    + ". Another reviewer decides; until then it counts as it is.", Tone.INFO);
        }
        String said = "Decided: you were right in %d of %s.".formatted(
                appeal.overturned(), Words.count(appeal.items().size(), "point"));
        Div all = new Div(new Notice(said, appeal.overturned() > 0 ? Tone.OK : Tone.INFO));
        appeal.items().forEach(item -> all.add(soft(item.what() + " – "
                + (Boolean.TRUE.equals(item.overturned()) ? "you were right" : "the verdict stands") + ": " + item.why())));
        if (!appeal.note().isEmpty()) {
            all.add(soft("Note: " + appeal.note()));
        }
        all.addClassName("stack");
        return all;
    }

    private Component dispute(OwnVerdict verdict) {
        Map<UUID, Checkbox> points = new LinkedHashMap<>();
        verdict.defects().forEach(defect -> points.put(defect.id(),
                new Checkbox(FieldNames.label(defect.field()) + ": " + shown(defect.found()) + " is right")));
        verdict.answers().stream()
                .filter(answer -> answer.mark() == Mark.NO || answer.mark() == Mark.PARTLY)
                .forEach(answer -> points.put(answer.question(), new Checkbox(answer.text())));
        TextArea reason = new TextArea("Why you do not agree");
        reason.setMaxLength(2_000);
        reason.setWidthFull();
        Div form = new Div();
        form.addClassName("stack");
        form.setVisible(false);
        Button send = new Button("Send to another reviewer", click -> {
            Set<UUID> chosen = new LinkedHashSet<>();
            points.forEach((id, box) -> {
                if (box.getValue()) {
                    chosen.add(id);
                }
            });
            try {
                appeals.dispute(verdict.review().id(), chosen, reason.getValue(), login);
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
                return;
            }
            Notice.done("Disputed. Another reviewer decides.");
            changed.run();
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph which = new Paragraph("What do you not agree with?");
        which.addClassNames("small", "strong");
        form.add(which);
        points.values().forEach(form::add);
        form.add(reason, send);
        Button open = new Button("I do not agree …");
        open.addClickListener(click -> {
            form.setVisible(true);
            open.setVisible(false);
            points.values().stream().findFirst().ifPresent(Checkbox::focus);
        });
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div line = new Div(open, soft("Until " + Moments.at(verdict.disputableUntil())));
        line.addClassName("row");
        return new Div(line, form);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(blank)" : "“" + value + "”";
    }

    private static Span soft(String words) {
        Span span = new Span(words);
        span.addClassNames("soft", "small");
        return span;
    }
}

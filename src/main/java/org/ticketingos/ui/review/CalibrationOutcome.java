package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.quality.Calibration;
import org.ticketingos.quality.CalibrationResult;
import org.ticketingos.quality.CalibrationResult.Coefficients;
import org.ticketingos.quality.CalibrationResult.Line;
import org.ticketingos.quality.Calibrations;
import org.ticketingos.quality.Calibrations.Agreed;
import org.ticketingos.quality.Calibrations.Rated;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** A closed session: agreement, strictness, every answer side by side, and what was agreed. */
class CalibrationOutcome extends Div {

    private final transient Calibration session;
    private final transient Calibrations calibrations;
    private final transient Users users;
    private final CurrentUser user;
    private final transient CalibrationResult result;
    private final transient Map<UUID, Agreed> agreed;
    private final transient Runnable changed;

    CalibrationOutcome(
            Calibration session, Calibrations calibrations, Users users, CurrentUser user, Runnable changed) {
        this.session = session;
        this.calibrations = calibrations;
        this.users = users;
        this.user = user;
        this.changed = changed;
        result = calibrations.result(session.id(), user);
        agreed = calibrations.agreed(session.id(), user).stream().collect(Collectors.toMap(Agreed::point, one -> one));
        addClassName("stack");
        Div figures = new Div(
                coefficients("Agreement on fields", result.fields()),
                coefficients("Agreement on questions", result.questions()),
                effects());
        figures.addClassName("columns");
        add(figures, differences(), note());
    }

    private static Component coefficients(String title, @Nullable Coefficients of) {
        if (of == null) {
            Span nothing = new Span("Two reviewers have judged nothing of this kind.");
            nothing.addClassNames("soft", "small");
            return new Panel(title, nothing);
        }
        Facts facts = new Facts()
                .with("Judged by two or more", Integer.toString(of.units()))
                .with("Same answer", String.format(Locale.ENGLISH, "%.1f %% of pairs", of.observed() * 100))
                .with("Krippendorff's α", Figures.coefficient(of.alpha()))
                .with("Gwet's AC1", Figures.coefficient(of.gwet()))
                .with(of.cohen() == null ? "Fleiss' κ" : "Cohen's κ",
                        Figures.coefficient(of.cohen() == null ? Double.valueOf(of.fleiss()) : of.cohen()));
        Paragraph reading = new Paragraph(of.reading());
        reading.addClassNames("small", "strong");
        return new Panel(title, facts, reading);
    }

    private Component effects() {
        if (result.effects().isEmpty()) {
            Span nothing = new Span("Nobody can be compared: no item was judged in full by everybody.");
            nothing.addClassNames("soft", "small");
            return new Panel("Who is strict", nothing);
        }
        Facts facts = new Facts();
        result.effects().forEach((login, effect) -> facts.with(name(login), String.format(Locale.ENGLISH,
                "%+.1f points %s", effect, effect > .05 ? "(milder)" : effect < -.05 ? "(stricter)" : "(as the others)")));
        return new Panel("Who is strict", facts);
    }

    private String name(String login) {
        return users.find(login).map(Users.User::name).orElse(login);
    }

    private Component differences() {
        List<String> raters = session.raters().stream().map(Calibration.Rater::login).toList();
        Grid<Line> grid = new Grid<>();
        grid.addColumn(Line::item).setHeader("Item").setWidth("4rem").setFlexGrow(0);
        grid.addComponentColumn(line -> {
            Div what = new Div(new Span(line.point().label()));
            if (!line.point().value().isEmpty()) {
                Span value = new Span(line.point().value());
                value.addClassNames("soft", "small");
                what.add(value);
            }
            what.addClassName("judge-what");
            return what;
        }).setHeader("What").setFlexGrow(3);
        raters.forEach(login -> grid.addComponentColumn(line -> answer(line, login)).setHeader(name(login)).setFlexGrow(1));
        grid.addComponentColumn(line -> line.differs() ? new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Differs", Tone.WARN)
                : new Chip("Same", Tone.PLAIN)).setHeader("").setWidth("6.5rem").setFlexGrow(0);
        grid.addComponentColumn(this::agreement).setHeader("Agreed").setFlexGrow(3);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Checkbox only = new Checkbox("Differences only", result.lines().stream().anyMatch(Line::differs));
        Runnable fill = () ->
                grid.setItems(result.lines().stream().filter(line -> !only.getValue() || line.differs()).toList());
        only.addValueChangeListener(change -> fill.run());
        fill.run();
        return new Panel("Side by side", grid).beside(only);
    }

    private static Component answer(Line line, String login) {
        Rated given = line.answers().get(login);
        if (given == null) {
            return new Span("–");
        }
        Div cell = new Div(new Span(line.point().choices().get(given.answer())));
        if (!given.remark().isEmpty()) {
            Span remark = new Span(given.remark());
            remark.addClassNames("soft", "small");
            cell.add(remark);
        }
        cell.addClassName("judge-what");
        return cell;
    }

    private Component agreement(Line line) {
        Agreed known = agreed.get(line.point().id());
        if (known != null) {
            return new Span(line.point().choices().get(known.answer())
                    + (known.guidance().isEmpty() ? "" : ": " + known.guidance()));
        }
        if (!Calibrations.leads(user)) {
            return new Span("not yet");
        }
        ComboBox<String> answer = new ComboBox<>();
        answer.setItems(line.point().choices().keySet());
        answer.setItemLabelGenerator(line.point().choices()::get);
        answer.setPlaceholder("Answer");
        answer.setAriaLabel("Agreed answer for " + line.point().label());
        answer.setWidth("7.5rem");
        TextField guidance = new TextField();
        guidance.setPlaceholder("Guidance from now on");
        guidance.setAriaLabel("Guidance for " + line.point().label());
        guidance.setMaxLength(1_000);
        Button agree = new Button("Agree", click -> {
            try {
                calibrations.agree(session.id(), line.point().id(),
                        Optional.ofNullable(answer.getValue()).orElse(""), guidance.getValue(), user);
                changed.run();
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        agree.addThemeVariants(ButtonVariant.LUMO_SMALL);
        agree.setAriaLabel("Agree on " + line.point().label());
        Div row = new Div(answer, guidance, agree);
        row.addClassName("row");
        return row;
    }

    private Component note() {
        if (!Calibrations.leads(user)) {
            Paragraph text = new Paragraph(session.note().isEmpty() ? "No note was written." : session.note());
            text.addClassName("small");
            return new Panel("Discussion", text);
        }
        TextArea note = new TextArea("What was talked about");
        note.setValue(session.note());
        note.setWidthFull();
        note.setMaxLength(4_000);
        Button save = new Button("Save note", click -> {
            calibrations.note(session.id(), note.getValue(), user);
            Notice.done("Saved.");
        });
        return new Panel("Discussion", note, save);
    }
}

package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ticketingos.sla.SnoozeReason;
import org.ticketingos.sla.Snoozes;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Asks why and until when, and says what that does to the clocks before anything happens. */
class SnoozeDialog extends ActDialog {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Ticket ticket;
    private final Snoozes snoozes;
    private final Clock clock;
    private final ComboBox<SnoozeReason> reason = new ComboBox<>("Why", SnoozeReason.values());
    private final DatePicker day = new DatePicker("Until");
    private final ComboBox<LocalTime> time = new ComboBox<>("At");
    private final Div effect = new Div();

    SnoozeDialog(Ticket ticket, Snoozes snoozes, Clock clock, Runnable done) {
        this(ticket, snoozes, clock, done, new SnoozeDialog[1]);
    }

    private SnoozeDialog(Ticket ticket, Snoozes snoozes, Clock clock, Runnable done, SnoozeDialog[] self) {
        super("Lay " + ticket.number() + " aside", "Lay aside", () -> self[0].save(done));
        self[0] = this;
        this.ticket = ticket;
        this.snoozes = snoozes;
        this.clock = clock;
        reason.setItemLabelGenerator(one -> Character.toUpperCase(one.label().charAt(0)) + one.label().substring(1));
        reason.setWidthFull();
        time.setItems(IntStream.range(0, 48).mapToObj(half -> LocalTime.MIN.plusMinutes(30L * half)).toList());
        time.setAllowCustomValue(true);
        time.addCustomValueSetListener(typed -> typed(typed.getDetail()));
        day.setI18n(Moments.dates());
        day.setMin(LocalDateTime.ofInstant(clock.instant(), Moments.zone()).toLocalDate());
        Div when = new Div(day, time);
        when.addClassName("row");
        Span zone = new Span("Your time zone: " + Moments.zone().getId());
        zone.addClassNames("soft", "tiny");
        effect.addClassNames("act-effect", "small");
        effect.getElement().setAttribute("aria-live", "polite");
        with(reason, presets(), when, zone, effect);
        choose(tomorrow());
        reason.addValueChangeListener(change -> tell());
        day.addValueChangeListener(change -> tell());
        time.addValueChangeListener(change -> tell());
        reason.setAutofocus(true);
        tell();
    }

    private Div presets() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Moments.zone());
        Div presets = new Div(
                preset("In 2 hours", now.plusHours(2).truncatedTo(ChronoUnit.MINUTES)),
                preset("Tomorrow 09:00", tomorrow()),
                preset("Monday 09:00", now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(MORNING)),
                preset("In a week", now.toLocalDate().plusDays(7).atTime(MORNING)));
        presets.addClassName("row");
        presets.getElement().setAttribute("role", "group");
        presets.getElement().setAttribute("aria-label", "Usual times");
        return presets;
    }

    private LocalDateTime tomorrow() {
        return LocalDateTime.ofInstant(clock.instant(), Moments.zone()).toLocalDate().plusDays(1).atTime(MORNING);
    }

    private Button preset(String name, LocalDateTime at) {
        Button preset = new Button(name, click -> choose(at));
        preset.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return preset;
    }

    private void choose(LocalDateTime at) {
        day.setValue(at.toLocalDate());
        time.setValue(at.toLocalTime());
    }

    private void typed(String text) {
        try {
            time.setValue(LocalTime.parse(text.length() == 4 ? "0" + text : text));
            time.setInvalid(false);
        } catch (java.time.format.DateTimeParseException e) {
            time.setErrorMessage("A time such as 14:30.");
            time.setInvalid(true);
        }
    }

    private @Nullable Instant until() {
        return day.getValue() == null || time.getValue() == null
                ? null
                : day.getValue().atTime(time.getValue()).atZone(Moments.zone()).toInstant();
    }

    /** What would happen, clock by clock. */
    private void tell() {
        effect.removeAll();
        Instant until = until();
        if (reason.getValue() == null || until == null) {
            effect.add(new Paragraph("Choose why and until when: what it does to the clocks is said here first."));
            return;
        }
        try {
            List<Snoozes.Effect> effects = snoozes.preview(ticket.id(), reason.getValue(), until);
            effect.add(new Paragraph("It leaves the lists and is back " + Moments.near(until)
                    + ", or as soon as the client writes."));
            effects.forEach(each -> effect.add(told(each, until)));
        } catch (TicketRefused refused) {
            effect.add(new Notice(refused.getMessage(), Tone.WARN));
        }
    }

    /** A promise that would be missed meanwhile is said so that nobody overlooks it. */
    private static Component told(Snoozes.Effect each, Instant until) {
        boolean missed = !each.pauses() && each.dueBefore() != null && each.dueBefore().isBefore(until);
        return missed
                ? new Notice(each.clock() + " runs on and is due " + Moments.near(each.dueBefore())
                        + ", before it is back: answer first, or it is missed.", Tone.WARN)
                : new Paragraph(sentence(each));
    }

    private static String sentence(Snoozes.Effect each) {
        if (each.pauses()) {
            return each.clock() + " stands still until then. Due " + Moments.near(each.dueAfter()) + " instead of "
                    + Moments.near(each.dueBefore()) + ".";
        }
        return each.dueBefore() == null
                ? each.clock() + " stands still already and stays so."
                : each.clock() + " runs on; due " + Moments.near(each.dueBefore()) + " as before.";
    }

    private void save(Runnable done) {
        Instant until = until();
        if (reason.getValue() == null || until == null) {
            throw new TicketRefused("Choose why, and until when.");
        }
        snoozes.snooze(ticket.id(), reason.getValue(), until);
        Notice.done(ticket.number() + " is laid aside until " + Moments.near(until) + ".");
        done.run();
    }
}

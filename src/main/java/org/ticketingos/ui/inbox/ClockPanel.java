package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Collectors;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.ClockReading;
import org.ticketingos.sla.ClockView;
import org.ticketingos.sla.Clocks;
import org.ticketingos.sla.InternalClocks;
import org.ticketingos.sla.PauseReason;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** A ticket's clocks: time left in business time, when that is, and which rule promised it; then our own targets. */
class ClockPanel extends Panel {

    private final Clocks clocks;
    private final WorkCalendars calendars;
    private final Ticket ticket;

    ClockPanel(
            Ticket ticket, Clocks clocks, InternalClocks internal, WorkCalendars calendars, boolean mayPause,
            Runnable changed) {
        super("Clocks");
        this.ticket = ticket;
        this.clocks = clocks;
        this.calendars = calendars;
        List<ClockView> views = clocks.of(ticket.id());
        if (views.isEmpty()) {
            Span none = new Span("No clock runs before the contract is found.");
            none.addClassNames("soft", "small");
            add(none);
        }
        views.forEach(view -> add(clock(view, () -> explain(view.kind()))));
        addInternal(internal.readings(ticket.id()));
        if (mayPause && ticket.isOpen() && views.stream().anyMatch(view -> view.kind().equals("resolution"))) {
            boolean paused = views.stream().anyMatch(view -> view.kind().equals("resolution") && view.paused());
            beside(paused ? resume(ticket, clocks, changed) : pause(ticket, clocks, changed));
        }
    }

    /** Those that still count or were missed; those met are only numbered. */
    private void addInternal(List<ClockReading> readings) {
        if (readings.isEmpty()) {
            return;
        }
        Div title = new Div(new Chip(VaadinIcon.LOCK, "Internal: no client sees these", Tone.PLAIN));
        title.addClassName("clock");
        add(title);
        readings.stream().filter(reading -> reading.state() != ClockReading.State.MET).forEach(reading ->
                add(clock(ClockView.of(reading), () -> explain(reading))));
        long met = readings.stream().filter(reading -> reading.state() == ClockReading.State.MET).count();
        if (met > 0) {
            Div kept = new Div(Words.count(met, "target") + " met: " + readings.stream()
                    .filter(reading -> reading.state() == ClockReading.State.MET)
                    .map(reading -> reading.kind().label())
                    .collect(Collectors.joining(", ")) + ".");
            kept.addClassNames("soft", "tiny");
            add(kept);
        }
    }

    private Component clock(ClockView view, Runnable explain) {
        Span name = new Span(SlaBand.label(view));
        name.addClassNames("strong", "small");
        Component band = SlaBand.chip(view);
        band.addClassName("push");
        Div top = new Div(name, band);
        top.addClassName("row");
        Element used = new Element("i");
        used.getStyle().setWidth(Math.round(SlaBand.used(view) * 100) + "%");
        Tone tone = SlaBand.tone(view);
        used.getClassList().add(tone == Tone.WARN ? "warn" : tone == Tone.BAD ? "bad" : tone == Tone.PLAIN ? "idle" : "ok");
        Div bar = new Div();
        bar.addClassName("clock-bar");
        bar.getElement().appendChild(used);
        Span promise = new Span(Moments.span(view.elapsed()) + " of " + Moments.span(view.target())
                + (view.dueAt() == null ? "" : " · due " + Moments.near(view.dueAt())));
        promise.addClassNames("soft", "tiny");
        Span rule = new Span("By " + SlaBand.rule(view.rule()));
        rule.addClassNames("soft", "tiny");
        Button why = small("Explain this clock");
        why.addClassName("explain");
        why.setAriaLabel("Explain the clock " + SlaBand.label(view));
        why.addClickListener(click -> explain.run());
        Div clock = new Div(top, bar, promise, rule, why);
        clock.addClassName("clock");
        return clock;
    }

    private void explain(String kind) {
        ClockKind.of(kind)
                .flatMap(known -> clocks.reading(ticket.id(), known))
                .ifPresent(this::explain);
    }

    private void explain(ClockReading reading) {
        new ClockExplained(reading, calendars.get(reading.calendar())).open();
    }

    private static Button pause(Ticket ticket, Clocks clocks, Runnable changed) {
        Button pause = small("Pause");
        ContextMenu reasons = new ContextMenu(pause);
        reasons.setOpenOnClick(true);
        PauseReason.choices().forEach((code, label) -> reasons.addItem("Because we are " + label, click -> {
            clocks.pause(ticket.id(), code);
            Notice.done("The turnaround clock is paused.");
            changed.run();
        }));
        return pause;
    }

    private static Button resume(Ticket ticket, Clocks clocks, Runnable changed) {
        Button resume = small("Resume");
        resume.addClickListener(click -> {
            clocks.resume(ticket.id());
            Notice.done("The turnaround clock runs again.");
            changed.run();
        });
        return resume;
    }

    private static Button small(String text) {
        Button button = new Button(text);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}

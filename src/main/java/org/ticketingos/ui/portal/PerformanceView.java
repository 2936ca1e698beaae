package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.count;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.MoneyText;
import org.ticketingos.quality.Accuracy;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.ClockProjection;
import org.ticketingos.sla.ClockView;
import org.ticketingos.sla.Promises;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Tongue;
import org.ticketingos.ui.shell.Words;

/** How we keep what we promised: each clock counted, each number with its requests; accuracy with its proof. */
@Route("portal/performance")
@Menu(title = "portal.menu.performance", icon = "vaadin:chart-line", order = 3)
@RolesAllowed("CLIENT")
class PerformanceView extends Page implements BeforeEnterObserver {

    private static final int PAGE = 25;

    private final Figures figures;
    private final Promises promises;
    private final ProvenAccuracy accuracy;
    private final Tickets tickets;
    private final ClockProjection clocks;
    private final Client client;
    private final Div body = new Div();
    private final UnorderedList cards = new UnorderedList();
    private final Button more = new Button(say("portal.more"));
    private @Nullable String next;

    PerformanceView(
            Figures figures, Promises promises, ProvenAccuracy accuracy, Tickets tickets, ClockProjection clocks,
            Clients clients) {
        super(say("portal.performance"));
        this.figures = figures;
        this.promises = promises;
        this.accuracy = accuracy;
        this.tickets = tickets;
        this.clocks = clocks;
        this.client = clients.get(Objects.requireNonNull(CurrentUser.get().client()));
        cards.addClassName("cards");
        body.addClassNames("stack");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        YearMonth month = asked.getSingleParameter("month").flatMap(PerformanceView::month).orElse(figures.month(client));
        body.removeAll();
        body.add(months(month), kept(month), quality(month));
        Optional<ClockKind> kind = asked.getSingleParameter("clock").flatMap(ClockKind::of);
        Optional<Promises.State> state = asked.getSingleParameter("state").flatMap(name ->
                Arrays.stream(Promises.State.values()).filter(one -> one.name().equals(name)).findFirst());
        if (kind.isPresent() && state.isPresent()) {
            body.add(behind(kind.get(), state.get(), month));
        }
    }

    private static Optional<YearMonth> month(String text) {
        return text.matches("20\\d\\d-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }

    private Component months(YearMonth month) {
        Span name = new Span(DateTimeFormatter.ofPattern("LLLL yyyy", Tongue.locale()).format(month));
        name.addClassName("strong");
        Div row = new Div(to(month.minusMonths(1), "portal.month.before"), name);
        if (month.isBefore(figures.month(client))) {
            row.add(to(month.plusMonths(1), "portal.month.after"));
        }
        row.addClassNames("row", "touch-links", "unprinted");
        return row;
    }

    private static Anchor to(YearMonth month, String key) {
        return new Anchor("portal/performance?month=" + month, say(key));
    }

    private Component kept(YearMonth month) {
        Div rows = new Div();
        rows.addClassName("promises");
        for (Promises.Kept one : figures.promises(client, month)) {
            Span name = new Span(say("portal.clock." + one.kind().code()));
            name.addClassName("strong");
            Div numbers = new Div();
            numbers.addClassNames("row", "touch-links");
            for (Promises.State state : Promises.State.values()) {
                numbers.add(number(one, state, month));
            }
            Div row = new Div(name, numbers);
            row.addClassName("promise");
            rows.add(row);
        }
        return new Panel(say("portal.performance.kept"), new Paragraph(say("portal.performance.kept.how")), rows);
    }

    private static Component number(Promises.Kept kept, Promises.State state, YearMonth month) {
        Tone tone = state == Promises.State.MET && kept.met() > 0 ? Tone.OK
                : state == Promises.State.BREACHED && kept.breached() > 0 ? Tone.BAD : Tone.PLAIN;
        Chip chip = new Chip(count("portal.promise." + state.name(), kept.of(state)), tone);
        if (kept.of(state) == 0) {
            return chip;
        }
        Anchor open = new Anchor("portal/performance?month=%s&clock=%s&state=%s"
                .formatted(month, kept.kind().code(), state.name()), "");
        open.add(chip);
        return open;
    }

    private Component behind(ClockKind kind, Promises.State state, YearMonth month) {
        cards.removeAll();
        next = null;
        more.addClickListener(click -> load(kind, state, month));
        load(kind, state, month);
        return new Panel(say("portal.clock." + kind.code()) + " · " + say("portal.promise." + state.name()), cards, more);
    }

    private void load(ClockKind kind, Promises.State state, YearMonth month) {
        var page = promises.tickets(client.id(), kind, state, Figures.from(client, month),
                Figures.from(client, month.plusMonths(1)), next, PAGE);
        Map<TicketId, List<ClockView>> running = clocks.of(page.items());
        for (TicketId id : page.items()) {
            Ticket ticket = tickets.get(id);
            cards.add(new ListItem(new RequestCard(ticket, running.getOrDefault(id, List.of()))));
        }
        next = page.next();
        more.setVisible(next != null);
    }

    private Component quality(YearMonth month) {
        List<ProvenAccuracy.Proven> lines = accuracy.of(client.id(), month);
        Panel panel = new Panel(say("portal.quality"), new Paragraph(say("portal.quality.how")));
        if (lines.isEmpty()) {
            panel.add(new Empty(VaadinIcon.CHART_LINE, say("portal.quality.no-contract"), ""));
        }
        for (ProvenAccuracy.Proven one : lines) {
            Span name = new Span(Words.of(ServiceLine.of(one.line())));
            name.addClassName("strong");
            Div row = new Div(name, verdict(one.accuracy()), new Div(sentence(one.accuracy())));
            if (!one.over()) {
                Div note = new Div(say("portal.quality.running"));
                note.addClassNames("soft", "small");
                row.add(note);
            }
            row.addClassName("promise");
            panel.add(row);
        }
        return panel;
    }

    private static Chip verdict(Accuracy accuracy) {
        return accuracy.proven()
                ? new Chip(VaadinIcon.CHECK, say("portal.quality.proven", Figures.percent(accuracy.target())), Tone.OK)
                : new Chip(say("portal.quality.not-proven", Figures.percent(accuracy.target())), Tone.PLAIN);
    }

    /** Never a percentage without its n, its errors and its bound. */
    private String sentence(Accuracy accuracy) {
        String unit = say("portal.unit." + accuracy.unit());
        if (accuracy.inspected() == 0) {
            return say("portal.quality.nothing");
        }
        String shown = say("portal.quality.shown", Figures.percent(accuracy.shown()), accuracy.errors(),
                number(accuracy.inspected()), unit);
        Integer missing = accuracy.cleanUnitsMissing();
        return missing == null || missing == 0 ? shown
                : shown + " " + say("portal.quality.missing", number(missing), unit, Figures.percent(accuracy.target()));
    }

    private String number(int value) {
        return MoneyText.number(java.math.BigDecimal.valueOf(value), 0, client.locale());
    }
}

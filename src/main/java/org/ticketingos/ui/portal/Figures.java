package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.count;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.billing.Invoice;
import org.ticketingos.billing.Invoices;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.MoneyText;
import org.ticketingos.quality.Accuracy;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.sla.Promises;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ui.shell.Moments;

/** The few numbers of a client's first screen; each leads to what is behind it. */
@org.springframework.stereotype.Component
class Figures {

    private final TicketList tickets;
    private final Promises promises;
    private final ProvenAccuracy accuracy;
    private final Invoices invoices;
    private final Clients clients;
    private final Clock clock;

    Figures(
            TicketList tickets, Promises promises, ProvenAccuracy accuracy, Invoices invoices, Clients clients,
            Clock clock) {
        this.tickets = tickets;
        this.promises = promises;
        this.accuracy = accuracy;
        this.invoices = invoices;
        this.clients = clients;
        this.clock = clock;
    }

    Component tiles(ClientId id) {
        Client client = clients.get(id);
        Div tiles = new Div(open(), kept(client));
        tiles.addClassName("tiles");
        accuracy.of(id, month(client)).stream().findFirst().ifPresent(one -> tiles.add(quality(one.accuracy())));
        if (CurrentUser.get().rights().invoices()) {
            tiles.add(owed(client));
        }
        return tiles;
    }

    YearMonth month(Client client) {
        return YearMonth.from(clock.instant().atZone(client.zone()));
    }

    List<Promises.Kept> promises(Client client, YearMonth month) {
        return promises.of(client.id(), from(client, month), from(client, month.plusMonths(1)));
    }

    static Instant from(Client client, YearMonth month) {
        return month.atDay(1).atStartOfDay(client.zone()).toInstant();
    }

    private Component open() {
        int open = tickets.openPerStage().values().stream().mapToInt(Integer::intValue).sum();
        return tile("portal/requests", String.valueOf(open), say("portal.figure.open"), "");
    }

    private Component kept(Client client) {
        long met = 0;
        long missed = 0;
        for (Promises.Kept one : promises(client, month(client))) {
            met += one.met();
            missed += one.breached();
        }
        String big = met + missed == 0 ? "–" : met + " / " + (met + missed);
        return tile("portal/performance", big, say("portal.figure.kept"), count("portal.figure.missed", missed));
    }

    private static Component quality(Accuracy accuracy) {
        String big = accuracy.inspected() == 0 ? "–" : percent(accuracy.shown()) + " %";
        return tile("portal/performance", big, say("portal.figure.accuracy"), accuracy.inspected() == 0
                ? say("portal.quality.nothing")
                : say("portal.figure.accuracy.of", accuracy.errors(), accuracy.inspected()));
    }

    private Component owed(Client client) {
        List<Invoice> latest = invoices.of(client.id(), null, 1);
        return latest.isEmpty()
                ? tile("portal/invoices", "–", say("portal.figure.invoice"), say("portal.invoices.none"))
                : tile("portal/invoices", MoneyText.format(latest.get(0).total(), client.locale()),
                        say("portal.figure.invoice"), say("portal.invoices.due", Moments.day(latest.get(0).due())));
    }

    /** Rounded down: accuracy is never flattered. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.DOWN).stripTrailingZeros().toPlainString();
    }

    private static Anchor tile(String to, String big, String name, String more) {
        Span number = new Span(big);
        number.addClassNames("figure", "numbers");
        Span about = new Span(name);
        about.addClassName("small");
        Span below = new Span(more);
        below.addClassNames("tiny", "soft");
        Anchor tile = new Anchor(to, number, about, below);
        tile.addClassNames("card", "tile");
        return tile;
    }
}

package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.webhook.Webhook;
import org.ticketingos.webhook.Webhooks;

/** Which other systems are told what has happened, and whether they hear. */
@Route("settings/webhooks")
@Menu(title = "Webhooks", icon = "vaadin:connect", order = 8.7)
@RolesAllowed("ADMIN")
class WebhooksView extends Page {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final Webhooks webhooks;
    private final Clients clients;
    private final Grid<Webhook> grid = new Grid<>();
    private final Div chosen = new Div();
    private List<Webhook> shown = List.of();
    private @Nullable UUID open;

    WebhooksView(Webhooks webhooks, Clients clients) {
        super("Webhooks");
        this.webhooks = webhooks;
        this.clients = clients;
        lead("Other systems are told what has happened: signed, those of one ticket in order, again for three days"
                + " until they answer. Only ids and facts leave, no names and no words.");
        Button add = new Button("New webhook", VaadinIcon.PLUS.create(), click -> new WebhookDialog(
                null, clients, (client, name, url, kinds) -> {
                    Webhooks.Made made = webhooks.add(client, name, url, kinds, CurrentUser.get());
                    open = made.webhook().id();
                    show();
                    WebhookDialog.secret(made.webhook().name(), made.secret());
                }).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(add);
        columns();
        Div stack = new Div(grid, chosen);
        stack.addClassName("stack");
        add(stack);
        show();
        Live.every(this, LOOK_AGAIN, this::follow);
    }

    private void columns() {
        grid.addColumn(Webhook::name).setHeader("Name").setFlexGrow(2);
        grid.addColumn(one -> one.client() == null ? "All clients"
                : clients.find(one.client()).map(Client::name).orElse(one.client().value()))
                .setHeader("Of").setFlexGrow(2);
        grid.addColumn(one -> java.net.URI.create(one.url()).getHost()).setHeader("System").setFlexGrow(2);
        grid.addColumn(one -> one.kinds().size()).setHeader("Events").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(one -> !one.active() ? new Chip("Paused", Tone.PLAIN)
                : !one.reason().isEmpty() ? new Chip("Does not answer", Tone.BAD)
                : one.trying() ? new Chip("Tries again", Tone.WARN) : new Chip("In order", Tone.OK))
                .setHeader("State").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(one -> counted(one.waiting())).setHeader("Waiting").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(one -> counted(one.parked())).setHeader("Given up").setAutoWidth(true).setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.setEmptyStateComponent(new Empty(VaadinIcon.CONNECT, "No other system is told anything yet.",
                "\"New webhook\" subscribes one, for example an ERP or a chat."));
        grid.addSelectionListener(choice -> {
            if (choice.isFromClient()) {
                open = choice.getFirstSelectedItem().map(Webhook::id).orElse(null);
                open();
            }
        });
    }

    private static String counted(int number) {
        return number >= Webhooks.MOST_COUNTED ? Webhooks.MOST_COUNTED + "+" : String.valueOf(number);
    }

    private void show() {
        shown = webhooks.all();
        if (open == null && !shown.isEmpty()) {
            open = shown.get(0).id();
        }
        grid.setItems(shown);
        open();
    }

    private void open() {
        chosen.removeAll();
        shown.stream().filter(one -> one.id().equals(open)).findFirst().ifPresent(one -> {
            grid.select(one);
            chosen.add(new WebhookPanel(webhooks, one, () -> new WebhookDialog(one, clients,
                    (client, name, url, kinds) -> {
                        webhooks.change(one.id(), name, url, kinds, CurrentUser.get());
                        show();
                    }).open(), this::show));
        });
    }

    /** Deliveries go on by themselves; the panel is drawn anew only where more than the numbers has changed. */
    private void follow() {
        List<Webhook> before = shown;
        List<Webhook> now = webhooks.all();
        if (!standings(now).equals(standings(before))) {
            show();
            return;
        }
        if (!now.equals(before)) {
            shown = now;
            grid.setItems(now);
            now.stream().filter(one -> one.id().equals(open)).findFirst().ifPresent(grid::select);
        }
        chosen.getChildren().filter(WebhookPanel.class::isInstance).map(WebhookPanel.class::cast)
                .forEach(WebhookPanel::refresh);
    }

    private static List<List<Object>> standings(List<Webhook> webhooks) {
        return webhooks.stream().map(WebhooksView::standing).toList();
    }

    private static List<Object> standing(Webhook one) {
        return List.of(one.id(), one.name(), one.url(), one.kinds(), one.active(), one.reason(), one.parked() > 0);
    }
}

package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.webhook.Delivery;
import org.ticketingos.webhook.EventKind;
import org.ticketingos.webhook.Webhook;
import org.ticketingos.webhook.Webhooks;

/** One subscription: what it hears, what became of its latest deliveries, and what can be done about it. */
class WebhookPanel extends Panel {

    private static final int PAGE = 25;

    private final Webhooks webhooks;
    private final Webhook webhook;
    private final Runnable changed;
    private final Grid<Delivery> grid = new Grid<>();
    private final Button more = new Button("Show more");
    private final List<Delivery> shown = new ArrayList<>();
    private List<Delivery> drawn = List.of();
    private @Nullable String next;

    WebhookPanel(Webhooks webhooks, Webhook webhook, Runnable change, Runnable changed) {
        super(webhook.name());
        this.webhooks = webhooks;
        this.webhook = webhook;
        this.changed = changed;
        Div stack = new Div();
        stack.addClassName("stack-panel");
        if (!webhook.reason().isEmpty()) {
            stack.add(new Notice(webhook.reason(), webhook.active() ? Tone.WARN : Tone.INFO));
        }
        stack.add(new Facts()
                .with("Address", webhook.url())
                .with("Hears of", webhook.kinds().stream()
                        .map(code -> EventKind.of(code).map(EventKind::meaning).orElse(code))
                        .collect(Collectors.joining("; ")))
                .with("Made by", Who.is(webhook.madeBy()) + ", " + Moments.at(webhook.madeAt())));
        stack.add(acts(change), grid, more);
        add(stack);
        columns();
        more.addClickListener(click -> {
            load();
            draw();
        });
        refresh();
    }

    private Component acts(Runnable change) {
        Div acts = new Div(
                act("Send a test", () -> {
                    webhooks.ping(webhook.id(), CurrentUser.get());
                    Notice.done("A test is on its way.");
                }),
                webhook.active()
                        ? act("Pause", () -> webhooks.pause(webhook.id(), CurrentUser.get()))
                        : act("Resume", () -> webhooks.resume(webhook.id(), CurrentUser.get())),
                act("Change", change),
                act("New secret", () -> sure("New secret", "The old secret stops signing at once.", () ->
                        WebhookDialog.secret(webhook.name(), webhooks.newSecret(webhook.id(), CurrentUser.get())))),
                act("Remove", () -> sure("Remove", "What still waits to be delivered is forgotten.", () ->
                        webhooks.remove(webhook.id(), CurrentUser.get()))));
        if (webhook.parked() > 0) {
            acts.add(act("Deliver again what was given up", () -> Notice.done(
                    webhooks.replayParked(webhook.id(), CurrentUser.get()) + " are on their way again.")));
        }
        acts.addClassNames("row");
        return acts;
    }

    private Button act(String label, Runnable what) {
        Button button = new Button(label, click -> FreshCode.then(() -> {
            try {
                what.run();
            } catch (TicketRefused refused) {
                Notice.refused(String.valueOf(refused.getMessage()));
            }
            changed.run();
        }));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void sure(String title, String meaning, Runnable then) {
        Dialog dialog = new Dialog(title + ": " + webhook.name());
        Button yes = new Button(title, click -> {
            dialog.close();
            FreshCode.then(() -> {
                then.run();
                changed.run();
            });
        });
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(meaning));
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), yes);
        dialog.open();
    }

    private void columns() {
        grid.addColumn(one -> Moments.near(one.at())).setHeader("When").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(one -> EventKind.of(one.kind()).map(EventKind::meaning).orElse("Test"))
                .setHeader("Event").setFlexGrow(2);
        grid.addComponentColumn(one -> one.ticket() == null
                ? new Span() : new Anchor("tickets/" + one.ticket(), one.ticket()))
                .setHeader("Ticket").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(WebhookPanel::state).setHeader("State").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(one -> one.status() == null ? "" : one.status())
                .setHeader("Code").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(Delivery::attempts).setHeader("Tries").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(WebhookPanel::said).setHeader("Answer").setFlexGrow(3);
        grid.addComponentColumn(one -> {
            Button again = act("Deliver again", () -> {
                webhooks.replay(one.id(), CurrentUser.get());
                Notice.done("It is on its way again.");
            });
            again.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            again.setAriaLabel("Deliver again: " + one.kind() + (one.ticket() == null ? "" : " of " + one.ticket()));
            return again;
        }).setHeader("Again").setAutoWidth(true).setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(new Empty(
                VaadinIcon.CONNECT, "Nothing was delivered yet.", "\"Send a test\" shows whether the system hears."));
    }

    private static Chip state(Delivery one) {
        return switch (one.state()) {
            case "DELIVERED" -> new Chip("Heard", Tone.OK);
            case "PARKED" -> new Chip("Given up", Tone.BAD);
            default -> one.attempts() == 0 ? new Chip("Waits", Tone.PLAIN) : new Chip("Tried", Tone.WARN);
        };
    }

    private static String said(Delivery one) {
        String next = one.nextAttemptAt() == null || one.attempts() == 0 ? ""
                : " Next try " + Moments.near(one.nextAttemptAt()) + ".";
        return one.answer() + next;
    }

    /** The latest deliveries as they stand now; how far was read stays. */
    final void refresh() {
        int before = Math.max(shown.size(), PAGE);
        shown.clear();
        next = null;
        do {
            load();
        } while (next != null && shown.size() < before);
        draw();
    }

    /** Drawn anew only where something has changed: whoever stands in the list by keyboard stays there. */
    private void draw() {
        if (!shown.equals(drawn) || shown.isEmpty()) {
            drawn = List.copyOf(shown);
            grid.setItems(drawn);
        }
        more.setVisible(next != null);
    }

    private void load() {
        var page = webhooks.deliveries(webhook.id(), next, PAGE);
        shown.addAll(page.items());
        next = page.next();
    }
}

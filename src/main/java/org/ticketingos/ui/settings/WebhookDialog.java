package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.webhook.EventKind;
import org.ticketingos.webhook.Webhook;

/** Who is told what: asks for name, client, address and events, and keeps them until they are taken. */
class WebhookDialog extends Dialog {

    /** Takes what was filled in, or refuses it in words. */
    interface Taken {
        void take(@Nullable ClientId client, String name, String url, List<String> kinds);
    }

    private final TextField name = new TextField("Name");
    private final ComboBox<Client> client = new ComboBox<>("Of which client");
    private final TextField url = new TextField("Address");
    private final CheckboxGroup<EventKind> kinds = new CheckboxGroup<>("Events");
    private final Div refusal = new Div();

    WebhookDialog(@Nullable Webhook before, Clients clients, Taken taken) {
        setHeaderTitle(before == null ? "New webhook" : "Change " + before.name());
        setWidth("min(44rem, 94vw)");
        name.setMaxLength(100);
        url.setMaxLength(2_000);
        url.setPlaceholder("https://erp.example.com/hooks");
        client.setItems(clients.all().stream().filter(one -> !one.id().equals(ClientId.HOUSE)).toList());
        client.setItemLabelGenerator(Client::name);
        client.setPlaceholder("All clients");
        client.setClearButtonVisible(true);
        client.setHelperText("A webhook of one client is told only what that client may see.");
        kinds.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        kinds.setItemLabelGenerator(EventKind::meaning);
        kinds.addClassName("two-columns");
        client.addValueChangeListener(change -> offer());
        offer();
        if (before != null) {
            name.setValue(before.name());
            url.setValue(before.url());
            client.setReadOnly(true);
            clients.all().stream().filter(one -> one.id().equals(before.client())).findFirst()
                    .ifPresent(client::setValue);
            kinds.setValue(before.kinds().stream().flatMap(code -> EventKind.of(code).stream())
                    .collect(Collectors.toSet()));
        }
        Div stack = new Div(refusal, name, client, url, kinds);
        stack.addClassName("stack-panel");
        add(stack);
        Button save = new Button(before == null ? "Subscribe" : "Save", click -> save(taken));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
        name.focus();
    }

    private void offer() {
        Set<EventKind> chosen = kinds.getValue();
        List<EventKind> offered = Arrays.stream(EventKind.values())
                .filter(kind -> client.isEmpty() || kind.forClients())
                .toList();
        kinds.setItems(offered);
        kinds.setValue(chosen.stream().filter(offered::contains).collect(Collectors.toSet()));
    }

    private void save(Taken taken) {
        refusal.removeAll();
        FreshCode.then(() -> take(taken));
    }

    private void take(Taken taken) {
        try {
            taken.take(client.isEmpty() ? null : client.getValue().id(), name.getValue(), url.getValue(),
                    kinds.getValue().stream().sorted().map(EventKind::code).toList());
            close();
        } catch (TicketRefused refused) {
            refusal.add(new Notice(String.valueOf(refused.getMessage()), Tone.BAD));
        }
    }

    /** Shows a secret, this once. */
    static void secret(String webhook, String secret) {
        Dialog dialog = new Dialog("The secret of " + webhook);
        dialog.setWidth("min(36rem, 94vw)");
        TextField shown = new TextField("Secret");
        shown.setValue(secret);
        shown.setReadOnly(true);
        shown.setWidthFull();
        shown.setAutoselect(true);
        dialog.add(new Paragraph("Give it to the receiving system now: it is not shown again. The system checks with it"
                + " that a call is ours."), shown);
        Button done = new Button("I have it", click -> dialog.close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(done);
        dialog.setCloseOnOutsideClick(false);
        dialog.open();
        shown.focus();
    }
}

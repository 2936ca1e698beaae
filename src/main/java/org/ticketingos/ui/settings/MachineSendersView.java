package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.MachineSenders;
import org.ticketingos.channel.MachineSenders.Machine;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;

/** Which machines of our clients may open tickets by mail; each change with its reason goes into the audit. */
@Route("settings/machines")
@Menu(title = "Machine senders", icon = "vaadin:automation", order = 8.5)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class MachineSendersView extends Page {

    private final MachineSenders machines;
    private final CurrentUser user = CurrentUser.get();
    private final Map<ClientId, Client> clients;
    private final ComboBox<Client> client = new ComboBox<>("Client");
    private final TextField mail = new TextField("Mail address");
    private final TextField reason = new TextField("Why");
    private final Grid<Machine> grid = new Grid<>();

    MachineSendersView(MachineSenders machines, Clients clients) {
        super("Machine senders");
        this.machines = machines;
        this.clients = clients.all().stream().collect(Collectors.toMap(Client::id, Function.identity()));
        lead("Mail made by a machine opens no ticket, unless its address is named here. Holiday notices never do.");
        client.setItems(clients.all());
        client.setItemLabelGenerator(Client::name);
        mail.setPlaceholder("scanner@client.example");
        mail.setMaxLength(254);
        reason.setMaxLength(300);
        Button add = new Button("Let it open tickets", VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(client, mail, reason, add);
        form.addClassName("filters");
        grid.addColumn(Machine::mail).setHeader("Mail address").setAutoWidth(true);
        grid.addColumn(one -> this.clients.containsKey(one.client()) ? this.clients.get(one.client()).name() : one.client().value())
                .setHeader("Client").setAutoWidth(true);
        grid.addComponentColumn(one -> {
            Button remove = new Button("Remove", click -> remove(one));
            remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            remove.setAriaLabel("Remove " + one.mail());
            return remove;
        }).setHeader("").setAutoWidth(true);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(new Empty(VaadinIcon.AUTOMATION, "No machine may open tickets.", "Name a scanner or an ERP above."));
        add(form, grid);
        show();
    }

    private void show() {
        grid.setItems(machines.all());
    }

    private void add() {
        if (client.getValue() == null) {
            Notice.refused("Choose the client whose machine it is.");
            client.focus();
            return;
        }
        try {
            machines.add(new Machine(client.getValue().id(), mail.getValue()), reason.getValue(), user);
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
            return;
        }
        Notice.done(mail.getValue().strip() + " may open tickets now.");
        mail.clear();
        reason.clear();
        show();
    }

    private void remove(Machine machine) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Remove " + machine.mail() + "?");
        TextField why = new TextField("Why");
        why.setWidthFull();
        why.setMaxLength(300);
        Button go = new Button("Remove", click -> {
            try {
                machines.remove(machine, why.getValue(), user);
            } catch (TicketRefused refused) {
                why.setInvalid(true);
                why.setErrorMessage(refused.getMessage());
                return;
            }
            dialog.close();
            Notice.done("Its automatic mail is kept aside from now on.");
            show();
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        dialog.add(why);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), go);
        dialog.setWidth("24rem");
        dialog.open();
        why.focus();
    }
}

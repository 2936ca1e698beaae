package org.ticketingos.ui.settings;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import org.ticketingos.access.Role;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.macro.Fits;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ui.shell.Words;

/** For which client, line and role something is; empty means any. */
class FitsFields extends Div {

    private final ComboBox<Client> client = new ComboBox<>("Client");
    private final ComboBox<ServiceLine> line = new ComboBox<>("Service line");
    private final ComboBox<Role> role = new ComboBox<>("Used by");

    FitsFields(Clients clients, Fits fits) {
        addClassName("row");
        client.setItems(clients.all());
        client.setItemLabelGenerator(Client::name);
        client.setPlaceholder("Every client");
        client.setClearButtonVisible(true);
        line.setItems(ServiceLine.values());
        line.setItemLabelGenerator(Words::of);
        line.setPlaceholder("Every line");
        line.setClearButtonVisible(true);
        role.setItems(EnumSet.complementOf(EnumSet.of(Role.CLIENT)));
        role.setItemLabelGenerator(one -> Words.text(one.name()));
        role.setPlaceholder("Everybody");
        role.setClearButtonVisible(true);
        if (fits.client() != null) {
            clients.find(fits.client()).ifPresent(client::setValue);
        }
        line.setValue(fits.line());
        role.setValue(fits.role());
        add(client, line, role);
    }

    Fits value() {
        return new Fits(client.getValue() == null ? null : client.getValue().id(), line.getValue(), role.getValue());
    }
}

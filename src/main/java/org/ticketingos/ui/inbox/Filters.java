package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Client;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ui.shell.Words;

/** What narrows a work list; the address bar holds its state, so a list can be shared as a link. */
class Filters extends Div {

    private final TextField words = new TextField();
    private final ComboBox<ServiceLine> line = new ComboBox<>();
    private final ComboBox<Client> client = new ComboBox<>();
    private boolean restoring;

    Filters(List<Client> clients, String searched, Runnable changed) {
        addClassName("filters");
        words.addClassName("search");
        words.setPlaceholder(searched);
        words.setAriaLabel(searched);
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(350);
        line.setPlaceholder("Any line");
        line.setAriaLabel("Service line");
        line.setItems(Arrays.asList(ServiceLine.values()));
        line.setItemLabelGenerator(Words::of);
        line.setClearButtonVisible(true);
        client.setPlaceholder("Any client");
        client.setAriaLabel("Client");
        client.setItems(clients);
        client.setItemLabelGenerator(Client::name);
        client.setClearButtonVisible(true);
        words.addValueChangeListener(change -> tell(changed));
        line.addValueChangeListener(change -> tell(changed));
        client.addValueChangeListener(change -> tell(changed));
        add(words, line, client);
    }

    private void tell(Runnable changed) {
        if (!restoring) {
            changed.run();
        }
    }

    @Nullable String words() {
        return words.isEmpty() ? null : words.getValue().trim();
    }

    @Nullable ServiceLine line() {
        return line.getValue();
    }

    @Nullable Client client() {
        return client.getValue();
    }

    boolean isEmpty() {
        return words.isEmpty() && line.isEmpty() && client.isEmpty();
    }

    void clear() {
        restoring = true;
        words.clear();
        line.clear();
        client.clear();
        restoring = false;
    }

    /** Adds the state of these filters to an address. */
    QueryParameters address(Map<String, String> more) {
        Map<String, String> address = new HashMap<>(more);
        put(address, "q", words());
        put(address, "line", line() == null ? null : line().code());
        put(address, "client", client() == null ? null : client().id().value());
        return QueryParameters.simple(address);
    }

    private static void put(Map<String, String> address, String name, @Nullable String value) {
        if (value != null) {
            address.put(name, value);
        }
    }

    /** Takes the state of these filters from an address. */
    void restore(QueryParameters address, List<Client> clients) {
        restoring = true;
        words.setValue(address.getSingleParameter("q").orElse(""));
        String code = address.getSingleParameter("line").orElse("");
        line.setValue(Arrays.stream(ServiceLine.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null));
        String id = address.getSingleParameter("client").orElse("");
        client.setValue(clients.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElse(null));
        restoring = false;
    }
}

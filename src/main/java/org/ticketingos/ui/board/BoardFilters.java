package org.ticketingos.ui.board;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ticketingos.client.Client;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ui.shell.Words;

/** What part of the work the board shows; the address bar holds it. */
class BoardFilters extends Div {

    private final ComboBox<ServiceLine> line = new ComboBox<>();
    private final ComboBox<Client> client = new ComboBox<>();
    private final ComboBox<String> queue = new ComboBox<>();
    private final List<Client> clients;
    private List<String> known = List.of();

    BoardFilters(List<Client> clients, Consumer<QueryParameters> changed) {
        this.clients = clients;
        addClassName("filters");
        line.setItems(ServiceLine.values());
        line.setItemLabelGenerator(Words::of);
        client.setItems(clients);
        client.setItemLabelGenerator(Client::name);
        queue.setItemLabelGenerator(Words::text);
        prepare(line, "Any line", "Service line", changed);
        prepare(client, "Any client", "Client", changed);
        prepare(queue, "Any queue", "Queue", changed);
        add(line, client, queue);
    }

    private <T> void prepare(ComboBox<T> box, String any, String label, Consumer<QueryParameters> changed) {
        box.setPlaceholder(any);
        box.setAriaLabel(label);
        box.setClearButtonVisible(true);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(address());
            }
        });
    }

    /** The queues there are now, and the chosen one even when it is empty. */
    void queues(List<String> names) {
        TreeSet<String> all = new TreeSet<>(names);
        if (queue.getValue() != null) {
            all.add(queue.getValue());
        }
        if (!List.copyOf(all).equals(known)) {
            String chosen = queue.getValue();
            known = List.copyOf(all);
            queue.setItems(known);
            queue.setValue(chosen);
        }
    }

    private QueryParameters address() {
        Map<String, String> address = new HashMap<>();
        if (line.getValue() != null) {
            address.put("line", line.getValue().code());
        }
        if (client.getValue() != null) {
            address.put("client", client.getValue().id().value());
        }
        if (queue.getValue() != null) {
            address.put("queue", queue.getValue());
        }
        return QueryParameters.simple(address);
    }

    BoardFilter restore(QueryParameters address) {
        String code = address.getSingleParameter("line").orElse("");
        String id = address.getSingleParameter("client").orElse("");
        line.setValue(Arrays.stream(ServiceLine.values()).filter(one -> one.code().equals(code)).findFirst().orElse(null));
        client.setValue(clients.stream().filter(one -> one.id().value().equals(id)).findFirst().orElse(null));
        String name = address.getSingleParameter("queue").filter(text -> !text.isBlank()).orElse(null);
        if (name != null) {
            queues(java.util.stream.Stream.concat(known.stream(), java.util.stream.Stream.of(name)).toList());
        }
        queue.setValue(name);
        return new BoardFilter(
                line.getValue(), client.getValue() == null ? null : client.getValue().id(), queue.getValue());
    }
}

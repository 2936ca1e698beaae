package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Locale;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.Status;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketList;
import org.ticketingos.ticket.TicketQuery;

/** Finds another ticket of the same client by number or words. */
class TicketField extends ComboBox<Ticket> {

    private static final int MOST = 50;

    TicketField(String label, TicketList list, Ticket self) {
        super(label);
        setPlaceholder("T-2041, or words");
        setHelperText("Only tickets of the same client.");
        setWidthFull();
        setItemLabelGenerator(ticket -> ticket.number() + " " + ticket.subject());
        setItems(query -> {
            String words = query.getFilter().orElse("").trim();
            String wanted = words.toLowerCase(Locale.ROOT);
            int skip = query.getOffset();
            int limit = query.getLimit();
            return found(list, self.client(), words).items().stream()
                    .filter(ticket -> !ticket.id().equals(self.id()))
                    .filter(ticket -> ticket.isOpen() && ticket.status() != Status.MERGED || !wanted.isEmpty())
                    .skip(skip)
                    .limit(limit);
        });
    }

    private static Page<Ticket> found(TicketList list, ClientId client, String words) {
        return list.page(new TicketQuery(words.isEmpty() ? null : words, null, null, null, client, null), null, MOST);
    }
}

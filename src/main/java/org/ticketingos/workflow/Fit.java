package org.ticketingos.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.FormFiller;

/** Whether the trade lets a person do a step at all: nobody reviews own work. */
@Component
class Fit {

    private final Map<String, FormFiller> fillers;

    Fit(List<FormFiller> fillers) {
        this.fillers = fillers.stream().collect(Collectors.toMap(FormFiller::form, filler -> filler));
    }

    /** Why not, in a sentence; empty when the person may. */
    Optional<String> refuses(InboxItem item, String login) {
        FormFiller filler = fillers.get(item.form());
        return filler == null ? Optional.empty() : filler.refuses(item.ticketId(), login);
    }
}

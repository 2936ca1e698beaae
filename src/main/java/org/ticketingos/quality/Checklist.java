package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.ticketingos.delivery.FieldNames;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.TicketId;

/**
 * What a reviewer compares: one point per recorded field, blanks included, since a blank that should not be one is an
 * error too. Blind: no point says who keyed it.
 */
@Component
class Checklist {

    private final WorkItems items;

    Checklist(WorkItems items) {
        this.items = items;
    }

    /** By key, in the order of the work; the key names item and field. */
    Map<String, Point> of(TicketId ticket) {
        Map<String, Point> points = new LinkedHashMap<>();
        for (WorkItem item : recorded(ticket)) {
            fields(item).forEach((field, value) -> {
                Point point = new Point(item.id(), field, item.label() + ": " + FieldNames.label(field), value);
                points.put(point.key(), point);
            });
        }
        return points;
    }

    /** What was keyed, then what is usual for such an item and was left blank. */
    Map<String, String> fields(WorkItem item) {
        Map<String, String> fields = new LinkedHashMap<>(item.fields());
        items.usualFields(item.client(), item.type()).forEach(field -> fields.putIfAbsent(field, ""));
        return fields;
    }

    List<WorkItem> recorded(TicketId ticket) {
        return items.of(ticket).stream()
                .filter(item -> item.is(WorkItem.RECORDED))
                .toList();
    }

    /** Log-in names of the people whose work this is. */
    List<String> keyers(TicketId ticket) {
        List<String> keyers = new ArrayList<>();
        for (WorkItem item : recorded(ticket)) {
            String agent = item.agent();
            if (agent != null && !keyers.contains(agent)) {
                keyers.add(agent);
            }
        }
        return keyers;
    }

    /** Whether somebody keyed any version of anything in the work. */
    boolean touched(TicketId ticket, String login) {
        return keyers(ticket).contains(login)
                || recorded(ticket).stream()
                        .anyMatch(item -> item.fields().keySet().stream()
                                .anyMatch(field -> items.versions(item.id(), field).stream()
                                        .anyMatch(version -> version.agent().equals(login))));
    }

    List<String> documents(TicketId ticket) {
        List<String> documents = new ArrayList<>();
        for (WorkItem item : recorded(ticket)) {
            UUID document = item.document();
            if (document != null && !documents.contains(document.toString())) {
                documents.add(document.toString());
            }
        }
        return documents;
    }

    /** One recorded field of one item. */
    record Point(UUID item, String field, String label, String value) {

        String key() {
            return item + ":" + field;
        }

        /** What is usual may become known between showing and sending a form; what was keyed may not be skipped. */
        boolean keyed() {
            return !value.isEmpty();
        }
    }
}

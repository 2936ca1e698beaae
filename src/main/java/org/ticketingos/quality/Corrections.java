package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.delivery.FieldNames;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.ticket.TicketId;

/**
 * What an agent has to look at to put the open defects right: the wrong field of each, or every field of an item that
 * was rejected as a whole.
 */
@Component
class Corrections {

    private final Defects defects;
    private final WorkItems items;
    private final Checklist checklist;

    Corrections(Defects defects, WorkItems items, Checklist checklist) {
        this.defects = defects;
        this.items = items;
        this.checklist = checklist;
    }

    /** By key, in the order the defects were found. */
    Map<String, Point> of(TicketId ticket) {
        Map<UUID, WorkItem> work = new LinkedHashMap<>();
        items.of(ticket).forEach(item -> work.put(item.id(), item));
        Map<String, Point> points = new LinkedHashMap<>();
        for (Defect defect : defects.open(ticket)) {
            Optional.ofNullable(work.get(defect.item()))
                    .map(item -> points(defect, item))
                    .orElse(List.of())
                    .forEach(point -> points.put(point.key(), point));
        }
        return points;
    }

    private List<Point> points(Defect defect, WorkItem item) {
        if (!defect.field().isEmpty()) {
            return List.of(point(defect, item, defect.field()));
        }
        List<Point> all = new ArrayList<>();
        checklist.fields(item).keySet().forEach(field -> all.add(point(defect, item, field)));
        return all;
    }

    private static Point point(Defect defect, WorkItem item, String field) {
        return new Point(
                defect,
                item.id(),
                field,
                item.label() + ": " + FieldNames.label(field),
                item.fields().getOrDefault(field, ""),
                item.document());
    }

    /** One field to look at again. */
    record Point(
            Defect defect,
            UUID item,
            String field,
            String label,
            String value,
            @Nullable UUID document) {

        String key() {
            return defect.id() + ":" + field;
        }

        boolean wholeItem() {
            return defect.field().isEmpty();
        }
    }
}

package org.ticketingos.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.ListFilter.Condition;

/** Every way to narrow the list that modules have brought, by the name it has in an address. */
@Component
public class ListFilters {

    private final List<ListFilter> filters;

    ListFilters(List<ListFilter> filters) {
        this.filters = filters.stream().sorted(Comparator.comparing(ListFilter::name)).toList();
    }

    /** Those parts of an address that narrow the list, by name; others are nobody's here. */
    public Map<String, Condition> of(Map<String, String> address) {
        Map<String, Condition> found = new LinkedHashMap<>();
        filters.forEach(filter -> {
            String value = address.get(filter.name());
            if (value != null && !value.isBlank()) {
                found.put(filter.name(), filter.of(value));
            }
        });
        return found;
    }

    /** The conditions of an address in a list. */
    public List<Condition> list(Map<String, String> address) {
        return new ArrayList<>(of(address).values());
    }
}

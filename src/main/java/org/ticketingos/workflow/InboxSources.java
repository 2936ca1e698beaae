package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parts a list is put together from, each of them one stretch of one index. */
final class InboxSources {

    private final List<String> conditions = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();

    private InboxSources() {}

    static InboxSources mine(String login) {
        return new InboxSources().with("i.assignee = ?", login);
    }

    /** What nobody has yet. */
    static InboxSources free(Collection<String> queues) {
        InboxSources sources = new InboxSources();
        queues.forEach(queue -> sources.with("i.assignee is null and i.queue = ?", queue));
        return sources;
    }

    static InboxSources whole(Collection<String> queues) {
        InboxSources sources = new InboxSources();
        queues.forEach(queue -> sources.with("i.queue = ?", queue));
        return sources;
    }

    static InboxSources mineAnd(String login, Collection<String> queues) {
        InboxSources sources = mine(login);
        queues.forEach(queue -> sources.with("i.queue = ? and i.assignee is distinct from ?", queue, login));
        return sources;
    }

    private InboxSources with(String condition, Object... parameters) {
        conditions.add(condition);
        values.add(List.of(parameters));
        return this;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether a step belongs to any part, in one condition: for steps known by their ids. */
    String any(List<Object> parameters) {
        values.forEach(parameters::addAll);
        return "((" + String.join(") or (", conditions) + "))";
    }

    /**
     * All parts together.
     *
     * @param end what follows the conditions of each part
     * @param parameters takes the parameters, in order
     */
    String union(String columns, InboxList.Narrowing narrowing, String end, List<Object> parameters) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            parts.add("(select " + columns + " from inbox_item i where " + conditions.get(i) + narrowing.sql() + end + ")");
            parameters.addAll(values.get(i));
            parameters.addAll(narrowing.values());
        }
        return String.join(" union all ", parts);
    }
}

package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parts a list is put together from, each of them one stretch of one index. */
final class InboxSources {

    private final List<String> conditions = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();
    private final String together;
    private final List<Object> togetherValues;

    /** @param together all parts in one condition */
    private InboxSources(String together, Object... togetherValues) {
        this.together = together;
        this.togetherValues = List.of(togetherValues);
    }

    static InboxSources mine(String login) {
        return new InboxSources("i.assignee = ?", login).with("i.assignee = ?", login);
    }

    /** What nobody has yet. */
    static InboxSources free(Collection<String> queues) {
        InboxSources sources = new InboxSources("i.assignee is null and i.queue = any(?)", (Object) array(queues));
        queues.forEach(queue -> sources.with("i.assignee is null and i.queue = ?", queue));
        return sources;
    }

    static InboxSources whole(Collection<String> queues) {
        InboxSources sources = new InboxSources("i.queue = any(?)", (Object) array(queues));
        queues.forEach(queue -> sources.with("i.queue = ?", queue));
        return sources;
    }

    static InboxSources mineAnd(String login, Collection<String> queues) {
        InboxSources sources = new InboxSources("(i.queue = any(?) or i.assignee = ?)", array(queues), login)
                .with("i.assignee = ?", login);
        queues.forEach(queue -> sources.with("i.queue = ? and i.assignee is distinct from ?", queue, login));
        return sources;
    }

    private static String[] array(Collection<String> queues) {
        return queues.toArray(String[]::new);
    }

    private InboxSources with(String condition, Object... parameters) {
        conditions.add(condition);
        values.add(List.of(parameters));
        return this;
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    /** Whether a step belongs to any part: for reading all parts in one go, or steps known by their ids. */
    String any(List<Object> parameters) {
        parameters.addAll(togetherValues);
        return together;
    }

    /**
     * All parts one after another, each along its own index.
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

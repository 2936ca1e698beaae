package org.ticketingos.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.workflow.Condition.All;
import org.ticketingos.workflow.Condition.Any;
import org.ticketingos.workflow.Condition.Not;
import org.ticketingos.workflow.Condition.Op;
import org.ticketingos.workflow.Condition.Test;

/** Reads and writes conditions; what is not one is refused in words. */
public final class ConditionJson {

    /** Names of fields of the work; longer or stranger ones do not exist. */
    private static final Pattern WORK = Pattern.compile("work\\.[A-Za-z][A-Za-z0-9_-]{0,59}");

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 8;
    private static final int MOST_TESTS = 60;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private int tests;

    private ConditionJson() {}

    /** Nothing for an empty text. */
    public static @Nullable Condition read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new TicketRefused("This filter is too long.");
        }
        try {
            return new ConditionJson().condition(JSON.readTree(text), 0);
        } catch (JsonProcessingException e) {
            throw new TicketRefused("This filter cannot be read: it is no JSON.");
        }
    }

    public static String write(Condition condition) {
        return node(condition).toString();
    }

    private Condition condition(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new TicketRefused("This filter is nested too deeply.");
        }
        if (node.size() == 1 && node.path("all").isArray()) {
            return new All(list(node.path("all"), depth));
        }
        if (node.size() == 1 && node.path("any").isArray()) {
            return new Any(list(node.path("any"), depth));
        }
        if (node.size() == 1 && node.path("not").isObject()) {
            return new Not(condition(node.path("not"), depth + 1));
        }
        return test(node);
    }

    private List<Condition> list(JsonNode nodes, int depth) {
        List<Condition> list = new ArrayList<>();
        for (JsonNode node : nodes) {
            list.add(condition(node, depth + 1));
        }
        return list;
    }

    private Condition test(JsonNode node) {
        String field = node.path("field").asText("");
        if (++tests > MOST_TESTS) {
            throw new TicketRefused("This filter has too many conditions; at most %d.".formatted(MOST_TESTS));
        }
        Op op = op(node.path("op").asText(""));
        if (!kind(field).ops().contains(op)) {
            throw new TicketRefused("\"%s\" cannot be compared by \"%s\".".formatted(field, op.words()));
        }
        List<String> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(value.asText("")));
        if (node.path("value").isValueNode()) {
            values.add(node.path("value").asText());
        }
        if (values.size() > MOST_VALUES || values.stream().anyMatch(ConditionJson::unreadable)) {
            throw new TicketRefused("A value of the condition on \"%s\" is too long or unreadable.".formatted(field));
        }
        if (values.isEmpty() && op != Op.EMPTY) {
            throw new TicketRefused("The condition on \"%s\" has no value to compare with.".formatted(field));
        }
        return new Test(field, op, values);
    }

    private static boolean unreadable(String value) {
        return value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0;
    }

    private static Op op(String text) {
        for (Op op : Op.values()) {
            if (code(op).equals(text)) {
                return op;
            }
        }
        throw new TicketRefused("There is no comparison called \"%s\".".formatted(shortened(text)));
    }

    /** What a field can be compared by; refused when there is no such field. */
    static InboxField.Kind kind(String field) {
        return InboxField.of(field)
                .map(InboxField::kind)
                .or(() -> WORK.matcher(field).matches()
                        ? java.util.Optional.of(InboxField.Kind.WORK)
                        : java.util.Optional.empty())
                .orElseThrow(() -> new TicketRefused("A view cannot ask for \"%s\".".formatted(shortened(field))));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + " …" : text;
    }

    private static String code(Op op) {
        StringBuilder code = new StringBuilder();
        for (String word : op.name().toLowerCase(Locale.ROOT).split("_")) {
            code.append(code.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return code.toString();
    }

    private static JsonNode node(Condition condition) {
        ObjectNode node = JSON.createObjectNode();
        if (condition instanceof All all) {
            node.set("all", array(all.of()));
        } else if (condition instanceof Any any) {
            node.set("any", array(any.of()));
        } else if (condition instanceof Not not) {
            node.set("not", node(not.of()));
        } else if (condition instanceof Test test) {
            node.put("field", test.field());
            node.put("op", code(test.op()));
            ArrayNode values = node.putArray("values");
            test.values().forEach(values::add);
        }
        return node;
    }

    private static ArrayNode array(List<Condition> conditions) {
        ArrayNode array = JSON.createArrayNode();
        conditions.forEach(condition -> array.add(node(condition)));
        return array;
    }
}

package org.ticketingos.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that the form editor writes. */
final class FormFile {

    static final int FULL_WIDTH = 16;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private FormFile() {}

    static Form read(String json) {
        JsonNode root = tree(json);
        if (!root.path("id").isTextual() || !root.path("components").isArray()) {
            throw new IllegalArgumentException("This form has no id or no list of components.");
        }
        return new Form(root.path("id").textValue(), fields(root.path("components")));
    }

    static JsonNode tree(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root == null || !root.isObject()) {
                throw new IllegalArgumentException("This form is not a JSON object.");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This form is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static Optional<FormField.Type> type(JsonNode component) {
        for (FormField.Type type : FormField.Type.values()) {
            if (type.word().equals(component.path("type").asText())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static List<FormField> fields(JsonNode components) {
        List<FormField> fields = new ArrayList<>();
        components.forEach(component -> fields.add(field(component)));
        return fields;
    }

    private static FormField field(JsonNode component) {
        FormField.Type type = type(component)
                .orElseThrow(() -> new IllegalArgumentException(
                        "This form has a field of the unknown type \"" + component.path("type").asText() + "\"."));
        return new FormField(
                type,
                key(type, component),
                label(type, component),
                component.path("description").asText(""),
                component.path("validate").path("required").asBoolean(),
                component.path("readonly").asBoolean(),
                component.path("properties").path("hidden").asText().equals("true"),
                options(component.path("values")),
                component.has("valuesKey"),
                limits(type, component),
                component.path("layout").path("columns").asInt(FULL_WIDTH),
                component.path("allowAddRemove").asBoolean(),
                fields(component.path("components")),
                when(component.path("properties").path("showWhen").asText("")));
    }

    /** {@code correct=wrong}, or {@code outcome=reject|postpone}. */
    private static FormField.@Nullable When when(String condition) {
        int at = condition.indexOf('=');
        return at < 0
                ? null
                : new FormField.When(
                        condition.substring(0, at), Set.of(condition.substring(at + 1).split("\\|")));
    }

    private static String key(FormField.Type type, JsonNode component) {
        String property = type == FormField.Type.LIST ? "path" : type == FormField.Type.TEXT ? "id" : "key";
        return component.path(property).asText();
    }

    private static String label(FormField.Type type, JsonNode component) {
        String property = type == FormField.Type.DATE ? "dateLabel" : type == FormField.Type.TEXT ? "text" : "label";
        return component.path(property).asText();
    }

    private static Map<String, String> options(JsonNode values) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(
                value.path("value").asText(), value.path("label").asText()));
        return Collections.unmodifiableMap(options);
    }

    private static FormField.Limits limits(FormField.Type type, JsonNode component) {
        JsonNode validate = component.path("validate");
        int longest = type == FormField.Type.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE;
        return new FormField.Limits(
                validate.path("minLength").asInt(),
                validate.path("maxLength").asInt(longest),
                pattern(validate.path("pattern").asText("")),
                component.path("properties").path("sentence").asText("This is not written as it should be."),
                number(validate.path("min")),
                number(validate.path("max")));
    }

    private static @Nullable Pattern pattern(String regex) {
        try {
            return regex.isEmpty() ? null : Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"" + regex + "\" is no pattern: " + e.getDescription(), e);
        }
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }
}

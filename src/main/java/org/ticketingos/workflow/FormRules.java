package org.ticketingos.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A form holds only fields and properties that the screens draw and the server checks; the rest is refused. */
final class FormRules {

    private static final Set<String> ROOT = Set.of(
            "id", "type", "schemaVersion", "executionPlatform", "executionPlatformVersion", "exporter", "components",
            "$schema");
    private static final Set<String> EVERYWHERE = Set.of("id", "type", "layout");
    private static final Set<String> OF_FIELDS = Set.of("key", "label", "description", "readonly", "validate",
            "properties");
    private static final Set<String> TEXT_LIMITS = Set.of("required", "minLength", "maxLength", "pattern");
    private static final Map<FormField.Type, Set<String>> MORE = new EnumMap<>(Map.of(
            FormField.Type.SELECT, Set.of("values", "valuesKey"),
            FormField.Type.RADIO, Set.of("values", "valuesKey"),
            FormField.Type.DATE, Set.of("subtype", "dateLabel"),
            FormField.Type.LIST,
            Set.of("path", "label", "description", "components", "allowAddRemove", "isRepeating", "defaultRepetitions",
                    "validate"),
            FormField.Type.TEXT, Set.of("text")));
    private static final Map<FormField.Type, Set<String>> LIMITS = new EnumMap<>(Map.of(
            FormField.Type.TEXTFIELD, TEXT_LIMITS,
            FormField.Type.TEXTAREA, TEXT_LIMITS,
            FormField.Type.NUMBER, Set.of("required", "min", "max")));
    private static final Set<String> OWN_PROPERTIES = Set.of("hidden", "sentence", "showWhen");

    private static final int LONGEST_PATTERN = 120;

    /** A repeated group with a repetition inside can take for ever: {@code (a+)+}. */
    private static final Pattern RUNAWAY = Pattern.compile("[*+}][^()]*\\)\\s*[*+{]|\\\\\\d");

    private final ModelFile file;
    private final Findings findings;

    private FormRules(ModelFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(ModelFile file, Findings findings) {
        JsonNode root;
        try {
            root = FormFile.tree(file.text());
        } catch (IllegalArgumentException unreadable) {
            findings.refused("", String.valueOf(unreadable.getMessage()));
            return;
        }
        new FormRules(file, findings).form(root);
    }

    private void form(JsonNode root) {
        unknown(root, ROOT, "", "a form");
        if (!root.path("id").asText().equals(file.name())) {
            findings.identity("", "The form is called \"%s\" and its file \"%s\": one name."
                    .formatted(root.path("id").asText(), file.name()));
        }
        if (!root.path("components").isArray() || root.path("components").isEmpty()) {
            findings.incomplete("", "A form has fields.");
        }
        components(root.path("components"), false);
    }

    private void components(JsonNode components, boolean inList) {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : components) {
            String id = component.path("id").asText();
            Optional<FormField.Type> type = FormFile.type(component);
            if (type.isEmpty()) {
                findings.refused(id, "Screens cannot draw a field of type \"%s\"."
                        .formatted(component.path("type").asText()));
                continue;
            }
            if (type.get() == FormField.Type.LIST && inList) {
                findings.refused(id, "A list holds no list.");
                continue;
            }
            component(component, type.get(), id, keys);
        }
    }

    private void component(JsonNode component, FormField.Type type, String id, Set<String> keys) {
        Set<String> allowed = new HashSet<>(EVERYWHERE);
        allowed.addAll(MORE.getOrDefault(type, Set.of()));
        if (type != FormField.Type.TEXT && type != FormField.Type.LIST) {
            allowed.addAll(OF_FIELDS);
        }
        unknown(component, allowed, id, "a " + type.word());
        unknown(component.path("layout"), Set.of("columns", "row"), id, "a layout");
        unknown(component.path("validate"), LIMITS.getOrDefault(type, Set.of("required")), id, "the limits of a "
                + type.word());
        unknown(component.path("properties"), OWN_PROPERTIES, id, "the properties of a field");
        noFormulas(component, id);
        if (type == FormField.Type.TEXT) {
            return;
        }
        String key = component.path(type == FormField.Type.LIST ? "path" : "key").asText();
        if (!key.matches("[a-z][A-Za-z0-9]*") || !keys.add(key)) {
            findings.identity(id, "\"%s\" is no key of its own: write camelCase, each once.".formatted(key));
        }
        boolean hidden = component.path("properties").path("hidden").asText().equals("true");
        String label = component.path(type == FormField.Type.DATE ? "dateLabel" : "label").asText();
        if (label.isBlank() && !hidden) {
            findings.unreadable(id, "A field has a label.");
        }
        choices(component, type, key, id);
        condition(component, keys, id);
        pattern(component, id);
        if (type == FormField.Type.DATE && !component.path("subtype").asText().equals("date")) {
            findings.refused(id, "Screens can draw a date, no time.");
        }
        if (type == FormField.Type.LIST) {
            components(component.path("components"), true);
        }
    }

    /** form-js knows conditions as formulas; ours are one key and the values it may have. */
    private void condition(JsonNode component, Set<String> before, String id) {
        String condition = component.path("properties").path("showWhen").asText("");
        if (condition.isEmpty()) {
            return;
        }
        int at = condition.indexOf('=');
        if (at < 1 || at == condition.length() - 1 || !before.contains(condition.substring(0, at))) {
            findings.identity(id, "\"%s\" is no condition: write key=value with the key of a field above."
                    .formatted(condition));
        }
    }

    private void choices(JsonNode component, FormField.Type type, String key, String id) {
        if (type != FormField.Type.SELECT && type != FormField.Type.RADIO) {
            return;
        }
        JsonNode values = component.path("values");
        boolean later = component.has("valuesKey");
        if (later == (values.isArray() && !values.isEmpty())) {
            findings.incomplete(id, "Choices are listed, or come with the ticket: one of the two.");
        }
        if (later && !component.path("valuesKey").asText().equals(key)) {
            findings.identity(id, "Choices that come with the ticket have the key of their field.");
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode value : values) {
            unknown(value, Set.of("value", "label"), id, "a choice");
            String word = value.path("value").asText();
            if (word.isBlank() || value.path("label").asText().isBlank() || !seen.add(word)) {
                findings.incomplete(id, "Every choice has a value of its own and a label.");
            }
        }
    }

    private void pattern(JsonNode component, String id) {
        String pattern = component.path("validate").path("pattern").asText("");
        if (pattern.isEmpty()) {
            return;
        }
        if (pattern.length() > LONGEST_PATTERN || RUNAWAY.matcher(pattern).find()) {
            findings.refused(id, "This pattern could take for ever: no repetition inside a repetition.");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            findings.incomplete(id, "\"%s\" is no pattern: %s.".formatted(pattern, e.getDescription()));
        }
        if (component.path("properties").path("sentence").asText("").isBlank()) {
            findings.incomplete(id, "A pattern needs a sentence that says how to write it.");
        }
    }

    /** form-js would evaluate a text that begins with an equals sign, or stands in double braces. */
    private void noFormulas(JsonNode component, String id) {
        for (JsonNode value : component) {
            if (value.isTextual() && (value.textValue().startsWith("=") || value.textValue().contains("{{"))) {
                findings.refused(id, "A form computes nothing: \"%s\".".formatted(value.textValue()));
            }
        }
    }

    private void unknown(JsonNode node, Set<String> allowed, String id, String what) {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!allowed.contains(name)) {
                findings.refused(id, "\"%s\" is not a property of %s here.".formatted(name, what));
            }
        }
    }
}

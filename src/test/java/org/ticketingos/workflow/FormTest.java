package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void a_required_field_left_blank_is_named() {
        Map<String, String> findings = form("stages/triage-confirm").check(Map.of("priority", " "));

        assertThat(findings).containsOnly(Map.entry("serviceLine", "Choose one."), Map.entry("priority",
                "Choose one."));
    }

    @Test
    void a_value_outside_the_options_is_refused() {
        Map<String, String> findings =
                form("stages/triage-confirm").check(Map.of("serviceLine", "piracy", "priority", "HIGH"));

        assertThat(findings).containsOnly(Map.entry("serviceLine", "Choose one of the listed values."));
    }

    @Test
    void choices_that_depend_on_the_ticket_are_checked_when_they_are_known() {
        Form form = form("stages/entitlement-clarify");
        Map<String, Object> values = Map.of("action", "assign-client", "client", "globex");

        assertThat(form.check(values)).isEmpty();
        assertThat(form.check(values, Map.of("client", Map.of("acme", "Acme Traders"))))
                .containsOnly(Map.entry("client", "Choose one of the listed values."));
    }

    @Test
    void an_amount_keeps_to_two_decimals() {
        Map<String, String> findings = form("lines/data-entry-validate-fields")
                .check(Map.of("documentType", "invoice", "outcome", "record", "net", "1,180", "tax", "12.345", "total",
                        "-3.5"));

        assertThat(findings).containsOnlyKeys("net", "tax");
        assertThat(findings.get("net"))
                .isEqualTo("Write the amount as digits with at most two decimals, for example 1180.00.");
    }

    @Test
    void a_date_that_does_not_exist_is_refused() {
        Map<String, Object> values = new HashMap<>(Map.of("documentType", "invoice", "outcome", "record"));
        values.put("documentDate", "2026-02-30");

        assertThat(form("lines/data-entry-validate-fields").check(values)).containsOnlyKeys("documentDate");
    }

    @Test
    void a_finding_in_a_list_names_row_and_column() {
        Map<String, String> findings = form("stages/defect-correct-work")
                .check(Map.of("corrections", List.of(Map.of("value", "12"), Map.of("defect", "d2"))));

        assertThat(findings).containsOnly(Map.entry("corrections[1].value", "This is needed."));
    }

    @Test
    void values_of_a_wrong_kind_are_refused_and_never_thrown_at() {
        Map<String, Object> values = new HashMap<>();
        values.put("documentType", List.of("invoice"));
        values.put("vendor", Map.of("name", "Acme"));
        values.put("lines", "three");
        values.put("outcome", 7);

        assertThat(form("lines/data-entry-validate-fields").check(values))
                .containsOnlyKeys("documentType", "vendor", "lines", "outcome");
        assertThat(form("lines/data-entry-validate-fields")
                        .check(Map.of("documentType", "invoice", "outcome", "record", "lines", Arrays.asList(1, null))))
                .containsOnly(Map.entry("lines", "This must be a list of rows."));
    }

    @Test
    void text_that_cannot_be_stored_or_is_too_long_is_refused() {
        Map<String, String> findings = form("stages/closure-survey").check(Map.of("csat", "5", "nps", "9", "comment",
                "a\0b"));
        assertThat(findings).containsOnly(Map.entry("comment", "This holds a character that cannot be stored."));

        findings = form("stages/closure-survey").check(Map.of("csat", "5", "nps", "9", "comment", "x".repeat(4_001)));
        assertThat(findings)
                .containsOnly(Map.entry("comment", "At most 4000 characters can be taken; these are 4001."));
    }

    @Test
    void a_step_is_given_known_fields_in_their_kinds_and_nothing_else() {
        Map<String, Object> sent = new HashMap<>();
        sent.put("corrections", List.of(Map.of("defect", "d1", "label", "forged", "value", " 12.00 ", "extra", "x")));
        sent.put("note", "");
        sent.put("admin", true);

        Map<String, Object> clean = form("stages/defect-correct-work").clean(sent);

        assertThat(clean).isEqualTo(Map.of("corrections", List.of(Map.of("defect", "d1", "value", "12.00"))));
    }

    @Test
    void a_number_keeps_its_bounds_and_a_box_must_be_ticked_when_required() {
        Form form = Form.parse("""
                {"id": "x", "components": [
                  {"type": "number", "key": "units", "label": "Units", "validate": {"min": 1, "max": 10}},
                  {"type": "checkbox", "key": "read", "label": "Read", "validate": {"required": true}}]}""");

        assertThat(form.check(Map.of("units", 11, "read", false)))
                .containsOnly(
                        Map.entry("units", "This must be at most 10."), Map.entry("read", "This must be ticked."));
        assertThat(form.check(Map.of("units", "1e9", "read", "yes")))
                .containsOnly(
                        Map.entry("units", "This must be a number."), Map.entry("read", "This must be yes or no."));
        assertThat(form.clean(Map.of("units", "7", "read", "true")))
                .isEqualTo(Map.of("units", new BigDecimal("7"), "read", true));
    }

    @Test
    void a_file_that_is_no_form_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> Form.parse("{")).hasMessageStartingWith("This form is not JSON");
        assertThatThrownBy(() -> Form.parse("[]")).hasMessage("This form is not a JSON object.");
        assertThatThrownBy(() -> Form.parse("{\"id\":\"x\",\"components\":[{\"type\":\"iframe\"}]}"))
                .hasMessage("This form has a field of the unknown type \"iframe\".");
    }

    private static Form form(String path) {
        try {
            return Form.parse(Files.readString(Path.of("forms", path + ".form")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can deploy a model could run code; each of these tries, and is refused by the allow-list. */
class EvilModelsTest {

    private static final String TRIAGE = "processes/stages/triage.bpmn";
    private static final String TARGETS = "rules/stages/sla-targets.dmn";
    private static final String RENEWAL = "rules/stages/renewal.dmn";
    private static final String GATES = "rules/stages/quality-gates.drl";
    private static final String FORM = "forms/lines/data-entry-validate-fields.form";
    private static final String STEP = "camunda:expression=\"#{triage.accept(ticketId)}\"";
    private static final String IN_STEP = "<bpmn:incoming>machine-decides-to-accept</bpmn:incoming>";
    private static final String INSERT = "insert(new Rejection(\"Nothing was checked.\"));";
    private static final String PATTERN = "Sample(inspected == 0)";

    private record Attack(String name, String path, String passage, String instead, String sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"diagrams", "expressions", "tables", "rules", "forms"})
    void an_attack_is_refused_by_the_allow_list(Attack attack) {
        assertThat(new RuleBook().with(attack.path, attack.passage, attack.instead).check())
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(attack.path);
                    assertThat(finding.rule()).isEqualTo(Finding.ALLOW_LIST);
                    assertThat(finding.sentence()).contains(attack.sentence);
                });
    }

    static Stream<Attack> diagrams() {
        return Stream.of(
                diagram("class", STEP, "camunda:class=\"java.lang.Thread\"", "\"camunda:class\" may not be set"),
                diagram("delegate expression", STEP, "camunda:delegateExpression=\"${x}\"",
                        "\"camunda:delegateExpression\" may not be set"),
                diagram("external task", STEP, "camunda:type=\"external\" camunda:topic=\"x\"",
                        "\"camunda:type\" may not be set"),
                diagram("script task", "<bpmn:endEvent id=\"classified\"",
                        "<bpmn:scriptTask id=\"x\" scriptFormat=\"js\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                                + "<bpmn:endEvent id=\"classified\"",
                        "A \"scriptTask\" may not be used"),
                diagram("script as condition", "<bpmn:conditionExpression ",
                        "<bpmn:conditionExpression language=\"groovy\" ", "\"language\" may not be set"),
                diagram("script from a resource", "<bpmn:conditionExpression ",
                        "<bpmn:conditionExpression camunda:resource=\"x.groovy\" ",
                                "\"camunda:resource\" may not be set"),
                diagram("execution listener", IN_STEP,
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"X\" />"
                                + "</bpmn:extensionElements>" + IN_STEP,
                        "The extension \"executionListener\" may not be used"),
                diagram("task listener", "<bpmn:incoming>machine-decides-to-confirm</bpmn:incoming>",
                        "<bpmn:extensionElements><camunda:taskListener event=\"create\" expression=\"${x}\" />"
                                + "</bpmn:extensionElements><bpmn:incoming>machine-decides-to-confirm</bpmn:incoming>",
                        "The extension \"taskListener\" may not be used"),
                diagram("connector", IN_STEP,
                        "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector"
                                + "</camunda:connectorId></camunda:connector></bpmn:extensionElements>" + IN_STEP,
                        "The extension \"connector\" may not be used"),
                diagram("script in a parameter", "${decisionResult[0].path}",
                        "<camunda:script scriptFormat=\"groovy\">1</camunda:script>",
                        "The extension \"script\" may not be used"),
                diagram("extension under its former name", STEP,
                        "xmlns:old=\"http://activiti.org/bpmn\" old:class=\"java.lang.Thread\" " + STEP,
                        "\"old:class\" may not be set"),
                diagram("foreign element", IN_STEP,
                        "<bpmn:extensionElements><x:run xmlns:x=\"http://example.com\" /></bpmn:extensionElements>"
                                + IN_STEP,
                        "The element \"x:run\""),
                diagram("generated form", "camunda:formRef=\"triage-confirm\"",
                        "camunda:formKey=\"embedded:app:x.html\" camunda:formRef=\"triage-confirm\"",
                        "\"camunda:formKey\" may not be set"),
                diagram("error as outcome", "<bpmn:messageEventDefinition id=\"reminded-message\"",
                        "<bpmn:errorEventDefinition id=\"e\" /><bpmn:messageEventDefinition id=\"reminded-message\"",
                        "A \"errorEventDefinition\" may not be used"),
                diagram("expression in a name", "name=\"Confirm classification\"",
                        "name=\"#{triage.accept(ticketId)}\"",
                        "\"name\" holds plain text, no expression"),
                diagram("expression in a description", "Any member of the service desk.", "${triage.accept(ticketId)}",
                        "\"documentation\" holds plain text, no expression"),
                diagram("expression between elements", "Any member of the service desk.", "${x}<bpmn:text />",
                        "\"documentation\" holds plain text, no expression"),
                diagram("expression in a retry cycle", "</bpmn:documentation>\n      <bpmn:incoming>",
                        "</bpmn:documentation><bpmn:extensionElements><camunda:failedJobRetryTimeCycle>${x}"
                                + "</camunda:failedJobRetryTimeCycle></bpmn:extensionElements><bpmn:incoming>",
                        "\"failedJobRetryTimeCycle\" holds plain text, no expression"),
                diagram("document type", "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions",
                                "DOCTYPE is disallowed"));
    }

    static Stream<Attack> expressions() {
        return Stream.of(
                expression("reflection", "#{triage.getClass().forName('java.lang.Runtime')}",
                        "calls something that is not a step"),
                expression("method of a text", "#{''.getClass()}", "calls something that is not a step"),
                expression("property", "#{triage.class}", "reads a property"),
                expression("index", "#{ticketId['class']}", "uses more than steps, variables and comparisons"),
                expression("function", "#{S('x')}", "uses more than steps, variables and comparisons"),
                expression("choice", "#{ticketId == 'x' ? triage : form}",
                        "uses more than steps, variables and comparisons"),
                expression("call inside a call", "#{triage.confirm(ticketId, triage.mood(ticketId))}",
                        "gives a step something other than a variable or a plain value"),
                expression("text that is no expression", "#{triage.accept(}", "cannot be read as an expression"),
                expression("longer than anybody reads", "#{triage.accept(ticketId" + ")".repeat(300) + "}",
                        "An expression has at most 300 characters"));
    }

    static Stream<Attack> tables() {
        return Stream.of(
                new Attack("script language", TARGETS, "<inputEntry id=\"sla-targets-1-in-1\">",
                        "<inputEntry id=\"sla-targets-1-in-1\" expressionLanguage=\"javascript\">",
                                "tables speak FEEL"),
                new Attack("script language for all", TARGETS, "namespace=\"https://ticketingos.org/rules\"",
                        "namespace=\"https://ticketingos.org/rules\" expressionLanguage=\"groovy\"",
                                "tables speak FEEL"),
                new Attack("expression of the engine", TARGETS, "<inputExpression id=\"sla-targets-plan-fact\"",
                        "<inputExpression id=\"sla-targets-plan-fact\" expressionLanguage=\"juel\"",
                                "tables speak FEEL"),
                new Attack("function of the machine", RENEWAL, "<text>\"watch\"</text>",
                        "<text>function() external {java: {class: \"java.lang.System\"}}</text>",
                                "more than a plain FEEL cell"),
                new Attack("fact nobody declared", RENEWAL, "<text>[1..2]</text>", "<text>secret</text>",
                        "\"secret\" is neither a fact of this table nor a word of FEEL"),
                new Attack("computed fact", RENEWAL, "<text>csat</text>", "<text>csat.class</text>",
                        "one fact by its name"),
                new Attack("amount as answer", TARGETS, "name=\"warningPercent\" typeRef=\"integer\"",
                        "name=\"warningPercent\" typeRef=\"double\"", "never with an amount"),
                new Attack("more than one answer", TARGETS, "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"",
                        "has more than one answer"),
                new Attack("document type in a table", TARGETS, "<definitions", "<!DOCTYPE x><definitions",
                        "DOCTYPE is disallowed"));
    }

    static Stream<Attack> rules() {
        return Stream.of(
                rule("import", "rule \"A sample", "import java.lang.Runtime;\nrule \"A sample",
                        "\"import\" is not expected"),
                rule("function", "rule \"A sample", "function int f() { return 1; }\nrule \"A sample",
                        "\"function\" is not expected"),
                rule("global", "rule \"A sample", "global java.util.List all;\nrule \"A sample",
                        "\"global\" is not expected"),
                rule("declared type", "rule \"A sample", "declare X end\nrule \"A sample",
                        "\"declare\" is not expected"),
                rule("attribute", "when  " + PATTERN, "salience 10 when " + PATTERN, "\"salience\" is not expected"),
                rule("code in a consequence", INSERT, INSERT + " System.exit(1);", "\"System\" is not expected"),
                rule("code in a reason", "\"Nothing was checked.\"", "\"\" + System.getenv(\"HOME\")",
                        "\"System\" is not expected"),
                rule("hidden by a code point", "\"Nothing was checked.\"", "\"\\u0022 + System.exit(1) + \\u0022\"",
                        "no backslash"),
                rule("eval", PATTERN, "eval(System.exit(1))", "\"eval\" is not expected"),
                rule("eval inside a pattern", PATTERN, "Sample(eval(inspected == 0))", "\"eval\" is not expected"),
                rule("method of a field", PATTERN, "Sample(unit.length() == 0)", "\".\" is not expected"),
                rule("method of the fact", PATTERN, "Sample(getClass() != null)", "A rule calls no method"),
                rule("from anywhere", PATTERN, PATTERN + " from x", "\"from\" is not expected"),
                rule("class beside the facts", PATTERN, "java.lang.System()", "\"java\" is not expected"),
                rule("block of code", INSERT, "{ " + INSERT + " }", "\"{\" is not expected"),
                rule("regular expression without end", PATTERN, "Sample(unit matches \"(a+)+\")",
                        "\"matches\" is not expected"),
                rule("other insertion", INSERT, "insert(new Sample());", "\"Sample\" is not expected"),
                rule("cut off", "end\n", "", "not expected here"));
    }

    static Stream<Attack> forms() {
        return Stream.of(
                form("frame", "\"type\": \"radio\"", "\"type\": \"iframe\"", "cannot draw a field of type \"iframe\""),
                form("page of one's own", "\"type\": \"radio\"", "\"type\": \"html\"",
                        "cannot draw a field of type \"html\""),
                form("formula", "\"label\": \"Vendor\"", "\"label\": \"= secret\"", "A form computes nothing"),
                form("template", "\"label\": \"Vendor\"", "\"label\": \"{{ secret }}\"", "A form computes nothing"),
                form("condition", "\"label\": \"Vendor\"", "\"label\": \"Vendor\", \"conditional\": {\"hide\": \"x\"}",
                        "\"conditional\" is not a property"),
                form("property nobody knows", "\"label\": \"Vendor\"",
                        "\"label\": \"Vendor\", \"onclick\": \"alert(1)\"",
                        "\"onclick\" is not a property"),
                form("pattern that takes for ever", "-?\\\\d{1,12}(\\\\.\\\\d{1,2})?", "(a+)+", "could take for ever"),
                form("no form at all", "\"components\": [", "\"components\": [[", "This form is not JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "#{ticketId.getClass()}",
        "#{execution.setVariable(ticketId, 'x')}",
        "#{runtimeService.deleteProcessInstance(ticketId, 'x')}",
        "#{dataSource.getConnection()}"
    })
    void only_steps_can_be_called(String expression) {
        assertThat(new RuleBook().with(TRIAGE, "#{triage.accept(ticketId)}", expression).check())
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).startsWith("There are no steps \""));
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertThat(new RuleBook().and("processes/stages/evil.groovy", "1").check())
                .extracting(Finding::sentence)
                .containsExactly("A model is a .bpmn, .dmn, .drl or .form file.");
    }

    @Test
    void a_model_too_large_to_be_drawn_by_people_is_refused() {
        assertThat(new RuleBook().and("forms/stages/large.form", "x".repeat(500_001)).check())
                .extracting(Finding::sentence)
                .containsExactly("A model of 500001 characters is too large; at most 500000.");
    }

    @Test
    void a_diagram_nested_without_end_is_refused() {
        String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);

        assertThat(new RuleBook().and("processes/stages/deep.bpmn", deep).check())
                .extracting(Finding::sentence)
                .contains("This XML cannot be taken: its elements are nested deeper than 60.");
    }

    private static Attack diagram(String name, String passage, String instead, String sentence) {
        return new Attack(name, TRIAGE, passage, instead, sentence);
    }

    private static Attack expression(String name, String expression, String sentence) {
        return new Attack(name, TRIAGE, "#{triage.accept(ticketId)}", expression, sentence);
    }

    private static Attack rule(String name, String passage, String instead, String sentence) {
        return new Attack(name, GATES, passage, instead, sentence);
    }

    private static Attack form(String name, String passage, String instead, String sentence) {
        return new Attack(name, FORM, passage, instead, sentence);
    }
}

package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRulesTest {

    private static final String TRIAGE = "processes/stages/triage.bpmn";
    private static final String DATA_ENTRY = "processes/lines/data-entry.bpmn";
    private static final String TICKET = "processes/ticket.bpmn";
    private static final String BILLING = "processes/stages/billing.bpmn";
    private static final String TARGETS = "rules/stages/sla-targets.dmn";
    private static final String RENEWAL = "rules/stages/renewal.dmn";
    private static final String GATES = "rules/stages/quality-gates.drl";
    private static final String FORM = "forms/lines/data-entry-validate-fields.form";

    /** One fault put into one of our models, and what the rule book must say about it. */
    private record Fault(String name, String path, String passage, String instead, String rule, String sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void all_models_of_the_house_keep_to_the_rule_book() {
        assertThat(new RuleBook().check()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"identity", "binding", "completeness", "readability", "tables", "forms"})
    void a_faulty_model_is_refused_by_the_rule_meant(Fault fault) {
        assertThat(new RuleBook().with(fault.path, fault.passage, fault.instead).check())
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(fault.path);
                    assertThat(finding.rule()).isEqualTo(fault.rule);
                    assertThat(finding.sentence()).contains(fault.sentence);
                });
    }

    static Stream<Fault> identity() {
        return Stream.of(
                identity("process called otherwise than its file", TRIAGE, "process id=\"triage\"",
                        "process id=\"sorting\"",
                        "The process is called \"sorting\""),
                identity("process that cannot run", TRIAGE, "isExecutable=\"true\"", "isExecutable=\"false\"",
                        "not marked as executable"),
                identity("decision called otherwise than its file", TARGETS, "decision id=\"sla-targets\"",
                        "decision id=\"goals\"", "The decision is called \"goals\""),
                identity("form called otherwise than its file", FORM, "\"id\": \"data-entry-validate-fields\"",
                        "\"id\": \"fields\"", "The form is called \"fields\""),
                identity("two rules of one name", GATES, "A critical defect always goes back to the agent",
                        "A known defect never reaches the client", "Two rules have this name"));
    }

    static Stream<Fault> binding() {
        return Stream.of(
                binding("table of several answers called by a diagram", "processes/stages/entitlement.bpmn",
                        "camunda:decisionRef=\"sla-targets\"", "camunda:decisionRef=\"internal-targets\"",
                        "Several rows of the table \"internal-targets\" may answer"),
                binding("unknown bean", BILLING, "assignment.priority", "sorting.priority",
                        "There are no steps \"sorting\""),
                binding("unknown step", BILLING, "assignment.priority", "assignment.urgency",
                        "have no step \"urgency\""),
                binding("too many arguments", BILLING, "assignment.priority(ticketId)",
                        "assignment.priority(ticketId, serviceLine)", "takes 1 arguments and is given 2"),
                binding("step for another ticket", BILLING, "assignment.priority(ticketId)",
                        "assignment.priority(clientId)", "The first argument of a step is ticketId"),
                binding("variable nobody sets", TRIAGE, "${path == 'auto'}", "${way == 'auto'}",
                        "reads the variable \"way\", which nothing in this diagram sets"),
                binding("ticket id overwritten", TRIAGE, "resultVariable=\"serviceLine\"",
                        "resultVariable=\"ticketId\"",
                        "No diagram may set the variable \"ticketId\""),
                binding("message nobody sends", DATA_ENTRY, "name=\"paper-read\"", "name=\"paper-ready\"",
                        "Nothing ever sends the message \"paper-ready\""),
                binding("call without business key", TICKET,
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        "", "A call hands on the business key"),
                binding("call without ticket", TICKET, "<camunda:in source=\"ticketId\" target=\"ticketId\" />", "",
                        "A call hands on \"ticketId\""),
                binding("call without line", TICKET, "<camunda:in source=\"serviceLine\" target=\"serviceLine\" />", "",
                        "A call hands on \"serviceLine\""),
                binding("call that hands on more", TICKET, "<camunda:in source=\"ticketId\" target=\"ticketId\" />",
                        "<camunda:in source=\"ticketId\" target=\"ticketId\" />"
                                + "<camunda:in source=\"entitled\" target=\"x\" />",
                        "nothing else"),
                binding("call of the latest version", TICKET, "calledElementBinding=\"deployment\"",
                        "calledElementBinding=\"latest\"", "by binding \"deployment\""),
                binding("table of the latest version", TRIAGE, "decisionRefBinding=\"deployment\"",
                        "decisionRefBinding=\"latest\"", "A table is bound by \"deployment\""),
                binding("form of the latest version", TRIAGE, "formRefBinding=\"deployment\"",
                        "formRefBinding=\"latest\"",
                        "A form is bound by \"deployment\""),
                binding("fact the step does not give", TRIAGE, "name=\"mood\"", "name=\"humour\"",
                        "asks for \"mood\", which this step does not give"),
                binding("answer the table does not have", TRIAGE, "decisionResult[0].path", "decisionResult[0].way",
                        "does not answer \"way\""),
                binding("form read later", TRIAGE, "triage.serviceLine(ticketId)", "triage.confirm(ticketId, form)",
                        "The form is there only right after its human step"));
    }

    static Stream<Fault> completeness() {
        return Stream.of(
                incomplete("form that does not exist", TRIAGE, "formRef=\"triage-confirm\"", "formRef=\"triage-ask\"",
                        "There is no form \"triage-ask\""),
                incomplete("human step of nobody", TRIAGE, "candidateGroups=\"service-desk\"", "candidateGroups=\"\"",
                        "names the group that may take it"),
                incomplete("human step without reminder", TRIAGE, "attachedToRef=\"confirm\"",
                        "attachedToRef=\"accept\"",
                        "A human step needs a timer"),
                incomplete("human step nobody records", TRIAGE, "triage.confirm(ticketId, form)",
                        "triage.accept(ticketId)",
                        "is followed by the step that records its form"),
                incomplete("recording step in another transaction", TRIAGE, "name=\"Record confirmation\"",
                        "name=\"Record confirmation\" camunda:asyncBefore=\"true\"", "not asynchronously"),
                incomplete("message that may never come", DATA_ENTRY, "attachedToRef=\"await-reading\"",
                        "attachedToRef=\"validate-fields\"", "the message may never come"),
                incomplete("outside call without fence", DATA_ENTRY,
                        "camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"",
                        "camunda:asyncBefore=\"true\"", "is fenced: asynchronous before and after"),
                incomplete("fence with one side", BILLING, "camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"",
                        "camunda:asyncAfter=\"true\"", "A fence has two sides"),
                incomplete("fence without retries", BILLING,
                        "<camunda:failedJobRetryTimeCycle>R5/PT2M</camunda:failedJobRetryTimeCycle>", "",
                        "how often it is tried again"),
                incomplete("retries without end", BILLING, "R5/PT2M", "R/PT2M", "no counted repetition"),
                incomplete("reminder every second", TRIAGE, "R3/PT4H", "R3/PT1S",
                        "no counted repetition of a minute or more"),
                incomplete("timer that is no duration", DATA_ENTRY, "PT10M", "ten minutes",
                        "no duration of a minute or more"),
                incomplete("timer on a fixed day", "processes/stages/client-review.bpmn",
                        "#{clientReview.deemedAt(ticketId)}", "2026-12-24T00:00:00Z", "a fixed one passes"),
                incomplete("history kept for ever", TRIAGE, "camunda:historyTimeToLive=\"P365D\"", "",
                        "how long history is kept"),
                incomplete("diagram that does not exist", TICKET, "calledElement=\"quality\"", "calledElement=\"qa\"",
                        "There is no diagram \"qa\" to call"),
                incomplete("table that does not exist", TRIAGE, "decisionRef=\"triage\"", "decisionRef=\"sorting\"",
                        "There is no table \"sorting\""),
                incomplete("flow of the same id twice", TRIAGE, "</bpmn:process>",
                        "<bpmn:textAnnotation id=\"accept\" /></bpmn:process>", "The engine cannot read this"),
                incomplete("answer without condition", TRIAGE,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${path == 'auto'}"
                                + "</bpmn:conditionExpression>",
                        "", "This answer has no condition"),
                incomplete("question without a usual answer", TRIAGE, " default=\"machine-decides-to-confirm\"", "",
                        "One way out must be the default"));
    }

    static Stream<Fault> readability() {
        return Stream.of(
                unreadable("gateway that is no question", TRIAGE, "Decided by the machine?", "Machine",
                        "is a question"),
                unreadable("answer without a name", TRIAGE, "machine-decides-to-accept\" name=\"yes\"",
                        "machine-decides-to-accept\"", "A way out of a question is an answer"),
                unreadable("two answers of one name", TRIAGE, "name=\"no\"", "name=\"yes\"",
                        "Two answers have the same name"),
                unreadable("step without a name", TRIAGE, "name=\"Accept suggestion\"", "name=\"\"",
                        "This has no name"),
                unreadable("id nobody can read", TRIAGE, "\"accept\"", "\"Activity_0x1\"", "write kebab-case"),
                unreadable("dead end", TRIAGE, "sourceRef=\"accept\"", "sourceRef=\"choose-path\"",
                        "The way ends here without an end event"),
                unreadable("node nothing leads to", TRIAGE, "targetRef=\"accept\"", "targetRef=\"confirm\"",
                        "Nothing leads here"),
                unreadable("two ways out of a step", TRIAGE, "sourceRef=\"accept\"", "sourceRef=\"choose-path\"",
                        "Only a gateway has more than one way out"),
                unreadable("node that is not drawn", TRIAGE, "bpmnElement=\"accept\"", "bpmnElement=\"confirm\"",
                        "not in the picture"),
                unreadable("flow to nowhere", TRIAGE, "targetRef=\"accept\"", "targetRef=\"nowhere\"",
                        "begins or ends nowhere"),
                unreadable("two starts", TRIAGE, "<bpmn:endEvent id=\"classified\"",
                        "<bpmn:startEvent id=\"again\" name=\"Again\" /><bpmn:endEvent id=\"classified\"",
                        "A diagram has one start event; here are 2"));
    }

    static Stream<Fault> tables() {
        return Stream.of(
                incomplete("row without an answer", RENEWAL, "<text>\"watch\"</text>",
                        "<text></text>", "An answer is missing"),
                incomplete("FIRST table without a last row for all", "rules/stages/client-review.dmn",
                        "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "so that nothing falls through"),
                incomplete("cell that is no FEEL", RENEWAL, "[1..2]", "[1..2", "cannot be read as FEEL"),
                incomplete("row with a cell too few", RENEWAL,
                        "<inputEntry id=\"renewal-1-in-1\">\n          <text>[1..2]</text>\n        </inputEntry>",
                        "", "more or fewer cells"),
                incomplete("history of decisions kept for ever", RENEWAL, " camunda:historyTimeToLive=\"P365D\"", "",
                        "how long history is kept"));
    }

    static Stream<Fault> forms() {
        return Stream.of(
                identity("two fields of one key", FORM, "\"key\": \"orderNumber\"", "\"key\": \"vendor\"", "each once"),
                unreadable("field without a label", FORM, "\"label\": \"Vendor\"", "\"label\": \"\"",
                        "A field has a label"),
                incomplete("choices from nowhere", FORM, "\"valuesKey\": \"ledgerCode\"", "\"values\": []",
                        "one of the two"),
                incomplete("pattern without a sentence", FORM,
                        "\"sentence\": \"Write the quantity as digits, for example 12 or 2.5.\"", "\"sentence\": \"\"",
                        "needs a sentence"));
    }

    @Test
    void more_than_twenty_nodes_are_too_many_to_read() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            steps.append("<bpmn:intermediateThrowEvent id=\"more-%d\" name=\"More done\" />".formatted(i));
        }
        String end = "<bpmn:endEvent id=\"classified\"";

        assertThat(new RuleBook().with(TRIAGE, end, steps + end).check())
                .extracting(Finding::sentence)
                .contains("23 nodes are too many to read: at most 20, then a call activity.");
    }

    @Test
    void two_models_of_one_name_are_refused() {
        assertThat(new RuleBook().and("rules/lines/sla-targets.dmn", "<definitions/>").check())
                .extracting(Finding::sentence)
                .contains("There is another model of this name: rules/stages/sla-targets.dmn.");
    }

    @Test
    void a_model_that_others_need_cannot_be_left_out() {
        assertThat(new RuleBook().without("forms/stages/triage-confirm.form").check())
                .extracting(Finding::toString)
                .containsExactly("processes/stages/triage.bpmn, confirm: There is no form \"triage-confirm\".");
    }

    @Test
    void rules_that_cannot_be_compiled_are_named() {
        Models models = new Models(Vocabulary.ofTheHouse(), (gate, text) -> List.of("Line 3: no such field."));

        assertThat(models.check(List.of(RuleBook.file(GATES))))
                .containsExactly(new Finding(GATES, "", Finding.COMPLETENESS, "Line 3: no such field."));
    }

    private static Fault identity(String name, String path, String passage, String instead, String sentence) {
        return new Fault(name, path, passage, instead, Finding.IDENTITY, sentence);
    }

    private static Fault binding(String name, String path, String passage, String instead, String sentence) {
        return new Fault(name, path, passage, instead, Finding.BINDING, sentence);
    }

    private static Fault incomplete(String name, String path, String passage, String instead, String sentence) {
        return new Fault(name, path, passage, instead, Finding.COMPLETENESS, sentence);
    }

    private static Fault unreadable(String name, String path, String passage, String instead, String sentence) {
        return new Fault(name, path, passage, instead, Finding.READABILITY, sentence);
    }
}

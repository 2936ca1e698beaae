package org.ticketingos.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** What a diagram calls is there: other diagrams, and tables with the facts they ask for. */
final class CallRules {

    private static final Set<String> HANDED_ON = Set.of("ticketId", "serviceLine");
    private static final String LINE = "${serviceLine}";

    private final Diagram diagram;
    private final Set<String> processes;
    private final Map<String, Table> tables;
    private final Findings findings;

    private CallRules(Diagram diagram, Set<String> processes, Map<String, Table> tables, Findings findings) {
        this.diagram = diagram;
        this.processes = processes;
        this.tables = tables;
        this.findings = findings;
    }

    /**
     * Holds a diagram against the rest of the set.
     *
     * @param processes keys of all diagrams
     * @param tables all decisions by id
     */
    static void check(Diagram diagram, Set<String> processes, Map<String, Table> tables, Findings findings) {
        CallRules rules = new CallRules(diagram, processes, tables, findings);
        diagram.nodes("callActivity").forEach(rules::call);
        diagram.nodes("businessRuleTask").forEach(rules::decide);
    }

    private void call(Element activity) {
        String id = Diagram.id(activity);
        String called = activity.getAttribute("calledElement");
        if (!called.equals(LINE) && !processes.contains(called)) {
            findings.incomplete(id, "There is no diagram \"%s\" to call.".formatted(called));
        }
        if (!Diagram.camunda(activity, "calledElementBinding").equals("deployment")) {
            findings.binding(id, "A diagram is called by binding \"deployment\", so that one set runs together.");
        }
        List<Element> in = Diagram.extensions(activity, "in");
        if (in.stream().noneMatch(given -> given.getAttribute("businessKey").equals(BindingRules.BUSINESS_KEY))) {
            findings.binding(id, "A call hands on the business key: " + BindingRules.BUSINESS_KEY + ".");
        }
        for (String variable : HANDED_ON) {
            if (in.stream().noneMatch(given -> given.getAttribute("source").equals(variable)
                    && given.getAttribute("target").equals(variable))) {
                findings.binding(id, "A call hands on \"%s\".".formatted(variable));
            }
        }
        for (Element given : in) {
            boolean plain = given.getAttribute("source").isEmpty() || HANDED_ON.contains(given.getAttribute("source"));
            if (!plain || !Expression.isLiteral(given.getAttribute("sourceExpression"))) {
                findings.binding(id, "A call hands on the ticket, its line and plain words, nothing else.");
            }
        }
    }

    private void decide(Element task) {
        String id = Diagram.id(task);
        String decision = Diagram.camunda(task, "decisionRef");
        if (!Diagram.camunda(task, "decisionRefBinding").equals("deployment")) {
            findings.binding(id, "A table is bound by \"deployment\", so that one set runs together.");
        }
        List<Table> meant = meant(decision);
        if (meant.isEmpty()) {
            findings.incomplete(id, "There is no table \"%s\".".formatted(decision));
        }
        Set<String> facts = new TreeSet<>(HANDED_ON);
        Diagram.extensions(task, "inputParameter").forEach(fact -> facts.add(fact.getAttribute("name")));
        for (Table table : meant) {
            if (table.many()) {
                findings.binding(id, "Several rows of the table \"%s\" may answer; a diagram takes one answer."
                        .formatted(table.id()));
            }
            for (String input : table.inputs()) {
                if (!facts.contains(input)) {
                    findings.binding(id, "The table \"%s\" asks for \"%s\", which this step does not give."
                            .formatted(table.id(), input));
                }
            }
            for (Element output : Diagram.extensions(task, "outputParameter")) {
                for (String read : Expression.of(output.getTextContent().strip()).answers()) {
                    if (!table.outputs().contains(read)) {
                        findings.binding(id, "The table \"%s\" does not answer \"%s\".".formatted(table.id(), read));
                    }
                }
            }
        }
    }

    /** A reference by line means the table of every line. */
    private List<Table> meant(String decision) {
        if (decision.startsWith(LINE)) {
            String ending = decision.substring(LINE.length());
            return tables.values().stream()
                    .filter(table -> table.id().endsWith(ending) && processes.contains(lineOf(table, ending)))
                    .toList();
        }
        Table table = tables.get(decision);
        return table == null ? List.of() : List.of(table);
    }

    private static String lineOf(Table table, String ending) {
        return table.id().substring(0, table.id().length() - ending.length());
    }
}

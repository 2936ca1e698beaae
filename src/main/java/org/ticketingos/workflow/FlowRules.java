package org.ticketingos.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** A diagram reads like a page: questions, answers, no dead ends, one screen. */
final class FlowRules {

    /** Style 21: a diagram fits one screen. */
    private static final int MOST_NODES = 20;

    private final Diagram diagram;
    private final Findings findings;

    private FlowRules(Diagram diagram, Findings findings) {
        this.diagram = diagram;
        this.findings = findings;
    }

    static void check(Diagram diagram, Findings findings) {
        FlowRules rules = new FlowRules(diagram, findings);
        diagram.processes().forEach(rules::size);
        diagram.nodes("subProcess").forEach(rules::size);
        diagram.nodes().forEach(rules::node);
        diagram.nodes("exclusiveGateway").forEach(rules::question);
        diagram.flows().forEach(rules::flow);
    }

    private void size(Element scope) {
        int nodes = diagram.nodesIn(scope).size();
        if (nodes > MOST_NODES) {
            findings.unreadable(Diagram.id(scope), "%d nodes are too many to read: at most %d, then a call activity."
                    .formatted(nodes, MOST_NODES));
        }
        long starts = diagram.nodesIn(scope).stream()
                .filter(node -> Diagram.type(node).equals("startEvent"))
                .count();
        if (starts != 1) {
            findings.unreadable(Diagram.id(scope), "A diagram has one start event; here are %d.".formatted(starts));
        }
    }

    private void node(Element node) {
        String id = Diagram.id(node);
        String type = Diagram.type(node);
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            findings.unreadable(id, "\"%s\" is no id: write kebab-case.".formatted(id));
        }
        if (Diagram.name(node).isEmpty() && !type.endsWith("Gateway")) {
            findings.unreadable(id, "This has no name.");
        }
        boolean begins = type.equals("startEvent") || type.equals("boundaryEvent");
        if (!begins && diagram.incoming(node).isEmpty()) {
            findings.unreadable(id, "Nothing leads here.");
        }
        if (!type.equals("endEvent") && diagram.outgoing(node).isEmpty()) {
            findings.unreadable(id, "The way ends here without an end event.");
        }
        if (!type.endsWith("Gateway") && diagram.outgoing(node).size() > 1) {
            findings.unreadable(id, "Only a gateway has more than one way out.");
        }
        if (!diagram.drawn().contains(id)) {
            findings.unreadable(id, "This is in the file but not in the picture.");
        }
    }

    private void question(Element gateway) {
        List<Element> ways = diagram.outgoing(gateway);
        if (ways.size() < 2) {
            return;
        }
        String id = Diagram.id(gateway);
        if (!Diagram.name(gateway).endsWith("?")) {
            findings.unreadable(id, "An exclusive gateway is a question: end its name with a question mark.");
        }
        String usual = gateway.getAttribute("default");
        if (ways.stream().noneMatch(way -> Diagram.id(way).equals(usual))) {
            findings.incomplete(id, "One way out must be the default, or an unforeseen answer stops the ticket.");
        }
        Set<String> answers = new HashSet<>();
        for (Element way : ways) {
            if (Diagram.name(way).isEmpty()) {
                findings.unreadable(Diagram.id(way), "A way out of a question is an answer: give it a name.");
            } else if (!answers.add(Diagram.name(way))) {
                findings.unreadable(Diagram.id(way), "Two answers have the same name.");
            }
            if (!Diagram.id(way).equals(usual) && !Diagram.has(way, "conditionExpression")) {
                findings.incomplete(Diagram.id(way), "This answer has no condition.");
            }
        }
    }

    private void flow(Element flow) {
        String id = Diagram.id(flow);
        if (diagram.source(flow).isEmpty() || diagram.target(flow).isEmpty()) {
            findings.unreadable(id, "This flow begins or ends nowhere.");
        }
        boolean gateway = diagram.source(flow).map(Diagram::type).filter("exclusiveGateway"::equals).isPresent();
        if (Diagram.has(flow, "conditionExpression") && !gateway) {
            findings.unreadable(id, "Only a way out of an exclusive gateway has a condition.");
        }
        if (!diagram.drawn().contains(id)) {
            findings.unreadable(id, "This flow is in the file but not in the picture.");
        }
    }
}

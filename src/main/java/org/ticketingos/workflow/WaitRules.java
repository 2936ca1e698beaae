package org.ticketingos.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Every wait has an owner, a timer and a next step (FLOW-11); every outside call can be repeated. */
final class WaitRules {

    private static final Pattern CYCLE = Pattern.compile("R(\\d{1,3})/(P[0-9A-Z.]+)");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Set<String> STEPS = Set.of("serviceTask", "sendTask");

    private final Diagram diagram;
    private final Set<String> forms;
    private final Findings findings;

    private WaitRules(Diagram diagram, Set<String> forms, Findings findings) {
        this.diagram = diagram;
        this.forms = forms;
        this.findings = findings;
    }

    /** Holds a diagram against the ids of all forms it could show. */
    static void check(Diagram diagram, Set<String> forms, Findings findings) {
        WaitRules rules = new WaitRules(diagram, forms, findings);
        diagram.nodes("userTask").forEach(rules::human);
        diagram.nodes("receiveTask").forEach(rules::message);
        diagram.nodes("intermediateCatchEvent").forEach(rules::caught);
        diagram.nodes("eventBasedGateway").forEach(rules::race);
        diagram.nodes().forEach(rules::step);
        SafeXml.all(diagram.root()).forEach(rules::timer);
    }

    private void human(Element task) {
        String id = Diagram.id(task);
        String form = Diagram.camunda(task, "formRef");
        if (!forms.contains(form)) {
            findings.incomplete(id, "There is no form \"%s\".".formatted(form));
        }
        if (!Diagram.camunda(task, "formRefBinding").equals("deployment")) {
            findings.binding(id, "A form is bound by \"deployment\", or a running step could meet another version.");
        }
        if (Diagram.camunda(task, "candidateGroups").isEmpty()) {
            findings.incomplete(id, "A human step names the group that may take it.");
        }
        if (!diagram.timed(task)) {
            findings.incomplete(id, "A human step needs a timer: somebody must be reminded.");
        }
        List<Element> next = diagram.outgoing(task);
        boolean recorded = next.size() == 1 && diagram.target(next.get(0)).filter(this::records).isPresent();
        if (!recorded) {
            findings.incomplete(id, "A human step is followed by the step that records its form, not asynchronously.");
        }
    }

    private boolean records(Element step) {
        return Diagram.type(step).equals("serviceTask")
                && !Diagram.isAsync(step)
                && Expression.of(Diagram.camunda(step, "expression")).reads("form");
    }

    private void message(Element task) {
        if (task.getAttribute("messageRef").isEmpty()) {
            findings.incomplete(Diagram.id(task), "This waits for a message and does not say which.");
        }
        if (!diagram.timed(task)) {
            findings.incomplete(Diagram.id(task), "A wait for a message needs a timer: the message may never come.");
        }
    }

    private void caught(Element event) {
        boolean raced = diagram.incoming(event).stream()
                .allMatch(flow -> diagram.source(flow).map(Diagram::type).filter("eventBasedGateway"::equals)
                        .isPresent());
        if (Diagram.has(event, "messageEventDefinition") && !raced) {
            findings.incomplete(Diagram.id(event), "A wait for a message needs a timer: the message may never come.");
        }
        if (!Diagram.has(event, "messageEventDefinition") && !Diagram.has(event, "timerEventDefinition")) {
            findings.incomplete(Diagram.id(event), "This waits for nothing.");
        }
    }

    private void race(Element gateway) {
        boolean timed = diagram.outgoing(gateway).stream()
                .anyMatch(flow -> diagram.target(flow)
                        .filter(event -> Diagram.has(event, "timerEventDefinition"))
                        .isPresent());
        if (!timed) {
            findings.incomplete(Diagram.id(gateway), "One of the awaited events must be a timer.");
        }
    }

    private void step(Element node) {
        String type = Diagram.type(node);
        String id = Diagram.id(node);
        if (STEPS.contains(type) && Diagram.camunda(node, "expression").isEmpty()) {
            findings.incomplete(id, "This step calls nothing.");
        }
        if (Expression.of(Diagram.camunda(node, "expression")).reads("form") && !afterHuman(node)) {
            findings.binding(id, "The form is there only right after its human step.");
        }
        boolean before = Diagram.camunda(node, "asyncBefore").equals("true");
        boolean after = Diagram.camunda(node, "asyncAfter").equals("true");
        if (type.equals("sendTask") && !(before && after)) {
            findings.incomplete(id, "A call to another system is fenced: asynchronous before and after.");
        } else if (STEPS.contains(type) && before != after) {
            findings.incomplete(id, "A fence has two sides: asynchronous before and after.");
        }
        List<Element> cycles = Diagram.extensions(node, "failedJobRetryTimeCycle");
        if ((before || after) && cycles.isEmpty()) {
            findings.incomplete(id, "An asynchronous step says how often it is tried again, for example R5/PT2M.");
        }
        cycles.forEach(cycle -> cycle(id, cycle.getTextContent().strip()));
    }

    private boolean afterHuman(Element node) {
        List<Element> before = diagram.incoming(node);
        return !before.isEmpty()
                && before.stream().allMatch(flow ->
                        diagram.source(flow).map(Diagram::type).filter("userTask"::equals).isPresent());
    }

    private void timer(Element element) {
        String text = element.getTextContent().strip();
        if (!Diagram.BPMN.equals(element.getNamespaceURI()) || !Expression.isLiteral(text)) {
            return;
        }
        String id = ProcessAllowList.place(element);
        switch (element.getLocalName()) {
            case "timeDuration" -> {
                if (!isLongEnough(text)) {
                    findings.incomplete(id, "\"%s\" is no duration of a minute or more, such as PT4H.".formatted(text));
                }
            }
            case "timeCycle" -> cycle(id, text);
            case "timeDate" -> findings.incomplete(id, "A date is asked from a step: a fixed one passes.");
            default -> {}
        }
    }

    private void cycle(String id, String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches() || !isLongEnough(cycle.group(2))) {
            findings.incomplete(id, "\"%s\" is no counted repetition of a minute or more, such as R5/PT2M."
                    .formatted(text));
        }
    }

    private static boolean isLongEnough(String text) {
        try {
            return Duration.parse(text).compareTo(SHORTEST) >= 0;
        } catch (DateTimeException e) {
            return isDays(text);
        }
    }

    private static boolean isDays(String text) {
        try {
            Period period = Period.parse(text);
            return !period.isNegative() && !period.isZero();
        } catch (DateTimeException e) {
            return false;
        }
    }
}

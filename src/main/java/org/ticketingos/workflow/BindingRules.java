package org.ticketingos.workflow;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Every expression of a diagram names an existing step and variables that are there. */
final class BindingRules {

    static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    /** Longer ones hide something. */
    private static final int LONGEST = 300;

    /** Variables every diagram has: who started it brought them along. */
    private static final Set<String> GIVEN = Set.of("ticketId", "clientId", "serviceLine", "form", "level");

    /** Set by who starts a ticket or completes a step, never by a diagram. */
    private static final Set<String> FIXED = Set.of("ticketId", "clientId", "form");

    private static final Set<String> EXPRESSION_ELEMENTS =
            Set.of("conditionExpression", "timeDate", "timeDuration", "timeCycle");

    private static final Set<String> EXPRESSION_ATTRIBUTES = Set.of(
            "expression", "assignee", "candidateGroups", "decisionRef", "formRef", "resultVariable", "formRefBinding",
            "decisionRefBinding", "calledElementBinding", "asyncBefore", "asyncAfter");

    private final Vocabulary vocabulary;
    private final Diagram diagram;
    private final Findings findings;
    private final Set<String> known = new HashSet<>(GIVEN);

    private BindingRules(Vocabulary vocabulary, Diagram diagram, Findings findings) {
        this.vocabulary = vocabulary;
        this.diagram = diagram;
        this.findings = findings;
    }

    static void check(Vocabulary vocabulary, Diagram diagram, Findings findings) {
        new BindingRules(vocabulary, diagram, findings).check();
    }

    private void check() {
        List<Element> elements = SafeXml.all(diagram.root());
        elements.forEach(this::gatherVariables);
        for (Element element : elements) {
            if (Diagram.BPMN.equals(element.getNamespaceURI())) {
                EXPRESSION_ATTRIBUTES.forEach(name -> expression(element, Diagram.camunda(element, name)));
                expression(element, element.getAttribute("calledElement"));
                if (EXPRESSION_ELEMENTS.contains(element.getLocalName())) {
                    expression(element, element.getTextContent().strip());
                }
            } else if (Diagram.CAMUNDA.equals(element.getNamespaceURI())) {
                extension(element);
            }
        }
        conditions();
    }

    private void extension(Element element) {
        String value = element.getLocalName().equals("in") ? element.getAttribute("sourceExpression") : text(element);
        expression(element, value);
        String key = element.getAttribute("businessKey");
        if (!key.isEmpty() && !key.equals(BUSINESS_KEY)) {
            findings.binding(place(element), "The business key handed on must be %s.".formatted(BUSINESS_KEY));
        }
        if (!SafeXml.children(element).isEmpty() && element.getLocalName().endsWith("Parameter")) {
            findings.refused(place(element), "A parameter holds one expression, no script, list or map.");
        }
    }

    private static String text(Element element) {
        return SafeXml.children(element).isEmpty() ? element.getTextContent().strip() : "";
    }

    private void gatherVariables(Element element) {
        String result = Diagram.camunda(element, "resultVariable");
        if (!result.isEmpty()) {
            set(element, result);
        }
        boolean extension = Diagram.CAMUNDA.equals(element.getNamespaceURI());
        if (extension && element.getLocalName().endsWith("Parameter")) {
            set(element, element.getAttribute("name"));
        }
        if (extension && element.getLocalName().equals("out")) {
            set(element, element.getAttribute("target"));
        }
    }

    private void set(Element element, String variable) {
        if (FIXED.contains(variable)) {
            findings.binding(place(element), "No diagram may set the variable \"%s\".".formatted(variable));
        }
        if (!variable.matches("[a-z][A-Za-z0-9]*")) {
            findings.binding(place(element), "\"%s\" is no name for a variable: write camelCase.".formatted(variable));
        }
        known.add(variable);
    }

    private void expression(Element element, String text) {
        if (Expression.isLiteral(text)) {
            return;
        }
        String at = place(element);
        if (text.length() > LONGEST) {
            findings.refused(at, "An expression has at most %d characters.".formatted(LONGEST));
            return;
        }
        Expression expression = Expression.of(text);
        expression.problems().forEach(problem -> findings.refused(at, "\"%s\" %s.".formatted(text, problem)));
        for (Expression.Call call : expression.calls()) {
            step(at, call);
        }
        Set<String> unknown = new TreeSet<>(expression.variables());
        unknown.removeAll(known);
        unknown.forEach(name -> findings.binding(
                at, "\"%s\" reads the variable \"%s\", which nothing in this diagram sets.".formatted(text, name)));
        boolean answers = element.getLocalName().equals("outputParameter");
        if (!expression.answers().isEmpty() && !answers) {
            findings.binding(at, "The answer of a table is read in an output parameter of its step only.");
        }
    }

    private void step(String at, Expression.Call call) {
        Optional<Class<?>> bean = Optional.ofNullable(vocabulary.steps().get(call.bean()));
        if (bean.isEmpty()) {
            findings.binding(at, "There are no steps \"%s\"; known are %s."
                    .formatted(call.bean(), String.join(", ", vocabulary.steps().keySet())));
            return;
        }
        List<Method> named = vocabulary.methods(call.bean()).stream()
                .filter(method -> method.getName().equals(call.method()))
                .toList();
        if (named.isEmpty()) {
            findings.binding(at, "The steps \"%s\" have no step \"%s\".".formatted(call.bean(), call.method()));
        } else if (named.stream().noneMatch(method -> method.getParameterCount() == call.arguments().size())) {
            findings.binding(at, "\"%s.%s\" takes %d arguments and is given %d.".formatted(
                    call.bean(), call.method(), named.get(0).getParameterCount(), call.arguments().size()));
        }
        if (!call.arguments().isEmpty() && !call.arguments().get(0).equals("ticketId")) {
            findings.binding(at, "The first argument of a step is ticketId.");
        }
    }

    private void conditions() {
        Map<String, String> messages = diagram.messages();
        messages.forEach((id, name) -> {
            if (!vocabulary.messages().contains(name)) {
                findings.binding(id, "Nothing ever sends the message \"%s\"; known are %s."
                        .formatted(name, String.join(", ", vocabulary.messages())));
            }
        });
        for (Element element : SafeXml.all(diagram.root())) {
            String message = element.getAttribute("messageRef");
            if (!message.isEmpty() && !messages.containsKey(message)) {
                findings.binding(place(element), "The message \"%s\" is not declared.".formatted(message));
            }
            if (SafeXml.is(element, Diagram.BPMN, "conditionExpression")
                    && Expression.isLiteral(element.getTextContent())) {
                findings.binding(place(element), "A condition is an expression such as ${accepted}.");
            }
        }
    }

    private static String place(Element element) {
        return ProcessAllowList.place(element);
    }
}

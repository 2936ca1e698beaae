package org.ticketingos.workflow;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What a diagram may consist of; whatever is not listed is refused, because a diagram could otherwise run code. */
final class ProcessAllowList {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> ELEMENTS = Set.of(
            "definitions", "process", "documentation", "extensionElements", "incoming", "outgoing", "message",
            "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent",
            "timerEventDefinition", "timeDate", "timeDuration", "timeCycle", "messageEventDefinition",
            "serviceTask", "sendTask", "receiveTask", "userTask", "businessRuleTask", "callActivity", "subProcess",
            "exclusiveGateway", "parallelGateway", "eventBasedGateway", "sequenceFlow", "conditionExpression",
            "collaboration", "participant", "laneSet", "lane", "flowNodeRef", "textAnnotation", "text", "association",
            "group", "category", "categoryValue");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id", "name", "targetNamespace", "exporter", "exporterVersion", "isExecutable", "isClosed", "processType",
            "processRef", "default", "sourceRef", "targetRef", "attachedToRef", "cancelActivity", "messageRef",
            "calledElement", "gatewayDirection", "eventGatewayType", "associationDirection", "textFormat",
            "categoryValueRef", "value", "triggeredByEvent", "completionQuantity", "startQuantity");

    private static final Set<String> ASYNC = Set.of("asyncBefore", "asyncAfter");

    private static final Map<String, Set<String>> CAMUNDA = Map.of(
            "process", Set.of("historyTimeToLive", "versionTag"),
            "serviceTask", Set.of("expression", "resultVariable"),
            "sendTask", Set.of("expression", "resultVariable"),
            "messageEventDefinition", Set.of("expression"),
            "userTask", Set.of("formRef", "formRefBinding", "assignee", "candidateGroups"),
            "businessRuleTask", Set.of("decisionRef", "decisionRefBinding"),
            "callActivity", Set.of("calledElementBinding"));

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "inputOutput", Set.of(),
            "inputParameter", Set.of("name"),
            "outputParameter", Set.of("name"),
            "failedJobRetryTimeCycle", Set.of(),
            "in", Set.of("businessKey", "source", "sourceExpression", "target"),
            "out", Set.of("source", "target"));

    /** The engine evaluates more than one would think, names and documentation of steps among it. */
    private static final Set<String> EXPRESSION_ATTRIBUTES =
            Set.of("expression", "assignee", "candidateGroups", "decisionRef", "calledElement", "businessKey");

    private static final Set<String> EXPRESSION_ELEMENTS = Set.of(
            "conditionExpression", "timeDate", "timeDuration", "timeCycle", "inputParameter", "outputParameter");

    private ProcessAllowList() {}

    static void check(Diagram diagram, Findings findings) {
        for (Element element : SafeXml.all(diagram.root())) {
            String namespace = String.valueOf(element.getNamespaceURI());
            String at = place(element);
            expressions(element, at, findings);
            if (namespace.equals(Diagram.BPMN)) {
                bpmn(element, at, findings);
            } else if (namespace.equals(Diagram.CAMUNDA)) {
                extension(element, at, findings);
            } else if (!DRAWING.contains(namespace)) {
                findings.refused(at, "The element \"%s\" is not one diagrams here may use."
                        .formatted(element.getTagName()));
            }
        }
    }

    private static void expressions(Element element, String at, Findings findings) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!EXPRESSION_ATTRIBUTES.contains(attribute.getLocalName())
                    && !Expression.isLiteral(attribute.getValue())) {
                findings.refused(at, "\"%s\" holds plain text, no expression.".formatted(attribute.getName()));
            }
        }
        boolean plain = Expression.isLiteral(SafeXml.ownText(element));
        if (!plain && !EXPRESSION_ELEMENTS.contains(element.getLocalName())) {
            findings.refused(at, "\"%s\" holds plain text, no expression.".formatted(element.getLocalName()));
        }
    }

    private static void bpmn(Element element, String at, Findings findings) {
        String type = element.getLocalName();
        if (!ELEMENTS.contains(type)) {
            findings.refused(at, "A \"%s\" may not be used in a diagram.".formatted(type));
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!allowed(type, attribute)) {
                findings.refused(at, "\"%s\" may not be set on a \"%s\".".formatted(attribute.getName(), type));
            }
        }
    }

    private static boolean allowed(String type, Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        String name = attribute.getLocalName();
        if (namespace == null) {
            return ATTRIBUTES.contains(name);
        }
        return switch (namespace) {
            case XMLNS, MODELER -> true;
            case XSI -> name.equals("type") && attribute.getValue().endsWith("tFormalExpression")
                    || name.equals("schemaLocation");
            case Diagram.CAMUNDA -> CAMUNDA.getOrDefault(type, Set.of()).contains(name)
                    || ASYNC.contains(name) && !type.equals("process");
            default -> DRAWING.contains(namespace);
        };
    }

    private static void extension(Element element, String at, Findings findings) {
        Set<String> attributes = EXTENSIONS.get(element.getLocalName());
        if (attributes == null) {
            findings.refused(at, "The extension \"%s\" may not be used.".formatted(element.getLocalName()));
            return;
        }
        NamedNodeMap set = element.getAttributes();
        for (int i = 0; i < set.getLength(); i++) {
            Attr attribute = (Attr) set.item(i);
            boolean known = attribute.getNamespaceURI() == null && attributes.contains(attribute.getName());
            if (!known && !XMLNS.equals(attribute.getNamespaceURI())) {
                findings.refused(at, "\"%s\" may not be set on \"%s\"."
                        .formatted(attribute.getName(), element.getLocalName()));
            }
        }
    }

    /** Id of the nearest element that has one. */
    static String place(Element element) {
        for (var node = element; ; ) {
            if (node.hasAttribute("id")) {
                return node.getAttribute("id");
            }
            if (!(node.getParentNode() instanceof Element parent)) {
                return "";
            }
            node = parent;
        }
    }
}

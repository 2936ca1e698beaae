package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A BPMN file as the rule book looks at it: nodes, flows, what hangs on them. */
final class Diagram {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> NO_NODES = Set.of(
            "sequenceFlow", "documentation", "extensionElements", "incoming", "outgoing", "laneSet", "textAnnotation",
            "association", "group", "ioSpecification", "property", "dataObject", "dataObjectReference");

    private final Document xml;
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final List<Element> flows = new ArrayList<>();

    Diagram(Document xml) {
        this.xml = xml;
        for (Element process : processes()) {
            collect(process);
        }
    }

    private void collect(Element scope) {
        for (Element child : SafeXml.children(scope)) {
            if (!BPMN.equals(child.getNamespaceURI())) {
                continue;
            }
            if (SafeXml.is(child, BPMN, "sequenceFlow")) {
                flows.add(child);
            } else if (!NO_NODES.contains(child.getLocalName())) {
                nodes.put(id(child), child);
                if (type(child).equals("subProcess")) {
                    collect(child);
                }
            }
        }
    }

    Element root() {
        return xml.getDocumentElement();
    }

    List<Element> processes() {
        return SafeXml.children(root(), BPMN, "process");
    }

    List<Element> nodes() {
        return List.copyOf(nodes.values());
    }

    List<Element> nodes(String type) {
        return nodes.values().stream().filter(node -> type(node).equals(type)).toList();
    }

    /** The nodes that stand directly in a process or sub-process. */
    List<Element> nodesIn(Node scope) {
        return nodes.values().stream().filter(node -> node.getParentNode() == scope).toList();
    }

    List<Element> flows() {
        return flows;
    }

    List<Element> outgoing(Element node) {
        return flows.stream().filter(flow -> flow.getAttribute("sourceRef").equals(id(node))).toList();
    }

    List<Element> incoming(Element node) {
        return flows.stream().filter(flow -> flow.getAttribute("targetRef").equals(id(node))).toList();
    }

    Optional<Element> target(Element flow) {
        return Optional.ofNullable(nodes.get(flow.getAttribute("targetRef")));
    }

    Optional<Element> source(Element flow) {
        return Optional.ofNullable(nodes.get(flow.getAttribute("sourceRef")));
    }

    /** Whether a timer hangs on the border of this node. */
    boolean timed(Element node) {
        return nodes("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(id(node)))
                .anyMatch(event -> has(event, "timerEventDefinition"));
    }

    /** Message id to the name diagrams and code know it by. */
    Map<String, String> messages() {
        Map<String, String> messages = new LinkedHashMap<>();
        for (Element message : SafeXml.children(root(), BPMN, "message")) {
            messages.put(id(message), message.getAttribute("name"));
        }
        return messages;
    }

    /** Ids of everything that is drawn. */
    Set<String> drawn() {
        Set<String> drawn = new HashSet<>();
        for (Element element : SafeXml.all(root())) {
            if (element.hasAttribute("bpmnElement")) {
                drawn.add(element.getAttribute("bpmnElement"));
            }
        }
        return drawn;
    }

    /** Elements of this name in the extension part of a node. */
    static List<Element> extensions(Element node, String name) {
        List<Element> found = new ArrayList<>();
        for (Element extension : SafeXml.children(node, BPMN, "extensionElements")) {
            for (Element element : SafeXml.all(extension)) {
                if (SafeXml.is(element, CAMUNDA, name)) {
                    found.add(element);
                }
            }
        }
        return found;
    }

    static boolean has(Element node, String child) {
        return !SafeXml.children(node, BPMN, child).isEmpty();
    }

    static String id(Element node) {
        return node.getAttribute("id");
    }

    static String name(Element node) {
        return node.getAttribute("name").strip();
    }

    static String type(Element node) {
        return node.getLocalName();
    }

    static String camunda(Element node, String attribute) {
        return node.getAttributeNS(CAMUNDA, attribute).strip();
    }

    static boolean isAsync(Element node) {
        return camunda(node, "asyncBefore").equals("true") || camunda(node, "asyncAfter").equals("true");
    }
}

package org.ticketingos.workflow;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML that anybody may have written: no DOCTYPE, no entities, nothing fetched. */
final class SafeXml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** Deeper than any drawing, far from what a recursion could not bear. */
    private static final int DEEPEST = 60;

    private SafeXml() {}

    static Document read(String text) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(new InputSource(new StringReader(text)));
            refuseDeep(document.getDocumentElement());
            return document;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("no XML parser", e);
        }
    }

    private static void refuseDeep(Node root) throws SAXException {
        int depth = 1;
        Node node = root;
        while (node != null) {
            if (depth > DEEPEST) {
                throw new SAXException("its elements are nested deeper than " + DEEPEST + ".");
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != root && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            node = node == root || node == null ? null : node.getNextSibling();
        }
    }

    /** All elements below, in document order, the given one first. */
    static List<Element> all(Element top) {
        List<Element> elements = new ArrayList<>(List.of(top));
        elements.addAll(elements(top.getElementsByTagNameNS("*", "*")));
        return elements;
    }

    static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
    }

    /** What stands directly in an element, whatever else does. */
    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString();
    }

    static boolean is(Node node, String namespace, String name) {
        return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}

package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** A table is one decision, written in FEEL over known facts, that always has one answer. */
final class DecisionRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String DI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final Set<String> DRAWING = Set.of(
            DI, "http://www.omg.org/spec/DMN/20180521/DI/", "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://dmn.io/schema/dmn/biodi/2.0");
    private static final Set<String> ELEMENTS = Set.of(
            "definitions", "decision", "description", "decisionTable", "input", "inputExpression", "inputValues",
            "output", "outputValues", "rule", "inputEntry", "outputEntry", "text", "informationRequirement",
            "inputData", "requiredInput", "variable", "annotation", "annotationEntry", "extensionElements");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id", "name", "label", "namespace", "exporter", "exporterVersion", "hitPolicy", "typeRef", "href");
    private static final Set<String> SINGLE_ANSWER = Set.of("UNIQUE", "FIRST", "ANY");

    /** Every row that fits answers, in their order; only for tables that are asked outside diagrams. */
    private static final String EVERY_ANSWER = "RULE ORDER";

    private static final Set<String> FACT_TYPES = Set.of("string", "boolean", "integer", "long", "date");

    /** Tables answer with a band, a rate id or a path; a number in an answer is whole. */
    private static final Set<String> ANSWER_TYPES = Set.of("string", "boolean", "integer", "long");

    private static final Set<String> FEEL_WORDS = Set.of(
            "not", "true", "false", "null", "and", "or", "between", "in", "if", "then", "else", "max", "min", "abs",
            "floor", "ceiling", "modulo", "date", "time", "duration", "contains", "starts", "ends", "with", "upper",
            "lower", "case", "string", "length", "today");

    private static final int LONGEST_CELL = 500;
    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$?][A-Za-z0-9_$]*");
    private static final Pattern HARMLESS = Pattern.compile("[\\w\\s\"()\\[\\].,<>=!+\\-*/]*");

    private final ModelFile file;
    private final Element root;
    private final Findings findings;

    private DecisionRules(ModelFile file, Document xml, Findings findings) {
        this.file = file;
        this.root = xml.getDocumentElement();
        this.findings = findings;
    }

    /** What diagrams need to know of the table; nothing when it has none. */
    static Optional<Table> table(ModelFile file, Document xml) {
        Element root = xml.getDocumentElement();
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        boolean many = false;
        for (Element element : SafeXml.all(root)) {
            many |= element.getAttribute("hitPolicy").equals(EVERY_ANSWER);
            if (element.getLocalName().equals("inputExpression")) {
                inputs.add(text(element));
            } else if (element.getLocalName().equals("output")) {
                outputs.add(element.getAttribute("name"));
            }
        }
        return outputs.isEmpty() ? Optional.empty() : Optional.of(new Table(file.name(), inputs, outputs, many));
    }

    /** Checks one file; parsing each cell costs a second the first time, so the start does without. */
    static void check(ModelFile file, Document xml, boolean parseCells, Findings findings) {
        DecisionRules rules = new DecisionRules(file, xml, findings);
        rules.allowList();
        List<Element> decisions = SafeXml.children(rules.root, MODEL, "decision");
        if (decisions.size() != 1) {
            findings.identity("", "A file holds one decision; here are %d.".formatted(decisions.size()));
        }
        for (Element decision : decisions) {
            rules.decision(decision, parseCells);
        }
    }

    private void allowList() {
        for (Element element : SafeXml.all(root)) {
            String at = ProcessAllowList.place(element);
            String namespace = String.valueOf(element.getNamespaceURI());
            if (DRAWING.contains(namespace)) {
                continue;
            }
            if (!namespace.equals(MODEL) || !ELEMENTS.contains(element.getLocalName())) {
                findings.refused(at, "\"%s\" may not be used in a table.".formatted(element.getTagName()));
                continue;
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(element, (Attr) attributes.item(i), at);
            }
        }
    }

    private void attribute(Element element, Attr attribute, String at) {
        String namespace = attribute.getNamespaceURI();
        boolean allowed = namespace == null
                ? ATTRIBUTES.contains(attribute.getName()) || feel(attribute)
                : !namespace.equals(CAMUNDA) || attribute.getLocalName().equals("historyTimeToLive")
                        || attribute.getLocalName().equals("versionTag");
        if (!allowed) {
            findings.refused(at, "\"%s\" may not be set on \"%s\": tables speak FEEL and nothing else."
                    .formatted(attribute.getName(), element.getLocalName()));
        }
    }

    private static boolean feel(Attr attribute) {
        return attribute.getName().equals("expressionLanguage") && attribute.getValue().equalsIgnoreCase("feel");
    }

    private void decision(Element decision, boolean parseCells) {
        String id = decision.getAttribute("id");
        if (!id.equals(file.name())) {
            findings.identity(id, "The decision is called \"%s\" and its file \"%s\": one name."
                    .formatted(id, file.name()));
        }
        if (decision.getAttributeNS(CAMUNDA, "historyTimeToLive").isEmpty()) {
            findings.incomplete(id, "It is not said how long history is kept (historyTimeToLive).");
        }
        List<Element> tables = SafeXml.children(decision, MODEL, "decisionTable");
        if (tables.size() != 1) {
            findings.incomplete(id, "A decision is a table.");
            return;
        }
        Element table = tables.get(0);
        List<Element> inputs = SafeXml.children(table, MODEL, "input");
        List<Element> outputs = SafeXml.children(table, MODEL, "output");
        inputs.forEach(this::input);
        outputs.forEach(this::output);
        rows(table, inputs, outputs.size(), parseCells);
    }

    private void input(Element input) {
        for (Element fact : SafeXml.children(input, MODEL, "inputExpression")) {
            if (!text(fact).matches("[a-z][A-Za-z0-9]*")) {
                findings.refused(input.getAttribute("id"), "A column asks for one fact by its name, such as priority.");
            }
            if (!FACT_TYPES.contains(fact.getAttribute("typeRef"))) {
                findings.refused(input.getAttribute("id"), "A fact is text, a yes or no, a whole number or a date.");
            }
        }
    }

    private void output(Element output) {
        if (!output.getAttribute("name").matches("[a-z][A-Za-z0-9]*")) {
            findings.refused(output.getAttribute("id"), "An answer has a camelCase name.");
        }
        if (!ANSWER_TYPES.contains(output.getAttribute("typeRef"))) {
            findings.refused(output.getAttribute("id"),
                    "A table answers with a band, a rate id or a path, never with an amount.");
        }
    }

    private void rows(Element table, List<Element> inputs, int outputs, boolean parseCells) {
        String id = table.getAttribute("id");
        String policy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        if (!SINGLE_ANSWER.contains(policy) && !policy.equals(EVERY_ANSWER)) {
            findings.refused(id, "The hit policy %s has more than one answer: use UNIQUE or FIRST.".formatted(policy));
        }
        Set<String> known = new HashSet<>(FEEL_WORDS);
        inputs.forEach(input -> SafeXml.children(input, MODEL, "inputExpression")
                .forEach(fact -> known.add(text(fact))));
        List<Element> rows = SafeXml.children(table, MODEL, "rule");
        boolean lastAnswersAll = false;
        for (Element row : rows) {
            List<Element> conditions = SafeXml.children(row, MODEL, "inputEntry");
            List<Element> answers = SafeXml.children(row, MODEL, "outputEntry");
            if (conditions.size() != inputs.size() || answers.size() != outputs) {
                findings.incomplete(row.getAttribute("id"),
                        "This row has more or fewer cells than the table has columns.");
            }
            conditions.forEach(cell -> cell(cell, known, true, parseCells));
            answers.forEach(cell -> cell(cell, known, false, parseCells));
            lastAnswersAll = conditions.stream().map(DecisionRules::text)
                    .allMatch(cell -> cell.isEmpty() || cell.equals("-"));
        }
        if (rows.isEmpty() || policy.equals("FIRST") && !lastAnswersAll) {
            findings.incomplete(id,
                    "The last row of a FIRST table leaves all its conditions empty, so that nothing falls through.");
        }
    }

    private void cell(Element cell, Set<String> known, boolean condition, boolean parse) {
        String text = text(cell);
        String id = cell.getAttribute("id");
        if (text.isEmpty() || text.equals("-")) {
            if (!condition) {
                findings.incomplete(id, "An answer is missing.");
            }
            return;
        }
        String words = TEXT_IN_QUOTES.matcher(text).replaceAll("\"\"");
        if (text.length() > LONGEST_CELL || !HARMLESS.matcher(words).matches()) {
            findings.refused(id, "\"%s\" is more than a plain FEEL cell.".formatted(text));
            return;
        }
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            if (!known.contains(word.group())) {
                findings.refused(id, "\"%s\" is neither a fact of this table nor a word of FEEL."
                        .formatted(word.group()));
            }
        }
        if (parse && !parses(text, condition)) {
            findings.incomplete(id, "\"%s\" cannot be read as FEEL.".formatted(text));
        }
    }

    private static boolean parses(String text, boolean condition) {
        return (condition ? Feel.ENGINE.parseUnaryTests(text) : Feel.ENGINE.parseExpression(text)).isSuccess();
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    /** Made when the first cell is parsed, not when the application starts. */
    private static final class Feel {
        static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    }
}

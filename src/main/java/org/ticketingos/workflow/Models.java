package org.ticketingos.workflow;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.ticketingos.gate.Gates;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The rule book for diagrams, tables, rules and forms; used in the build, at the start and at upload. */
@Component
public class Models {

    /** The largest model of the house has 25 kB. */
    private static final int LARGEST = 500_000;

    private static final Set<String> ENDINGS = Set.of("bpmn", "dmn", "drl", "form");

    private final Vocabulary vocabulary;
    private final BiFunction<String, String, List<String>> compiler;

    @Autowired
    Models(Gates gates) {
        this(Vocabulary.ofTheHouse(), gates::errors);
    }

    /**
     * A rule book of its own.
     *
     * @param compiler gate and text of its rules to what keeps them from being compiled
     */
    Models(Vocabulary vocabulary, BiFunction<String, String, List<String>> compiler) {
        this.vocabulary = vocabulary;
        this.compiler = compiler;
    }

    /** All that keeps this set from being deployed, file by file; a set is always whole. */
    public List<Finding> check(Collection<ModelFile> files) {
        return check(files, true);
    }

    /** The same without compiling rules and cells, which the application does by itself soon after its start. */
    List<Finding> checkAtStart(Collection<ModelFile> files) {
        return check(files, false);
    }

    private List<Finding> check(Collection<ModelFile> files, boolean compile) {
        List<Finding> all = new ArrayList<>();
        Map<ModelFile, Document> xml = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (ModelFile file : files) {
            Findings findings = new Findings(file.path());
            String earlier = names.put(file.ending() + ":" + file.name(), file.path());
            if (earlier != null) {
                findings.identity("", "There is another model of this name: %s.".formatted(earlier));
            }
            read(file, xml, findings);
            all.addAll(findings.all());
        }
        Whole whole = Whole.of(files, xml);
        for (ModelFile file : files) {
            Findings findings = new Findings(file.path());
            if (file.text().length() <= LARGEST) {
                check(file, xml.get(file), whole, compile, findings);
            }
            all.addAll(findings.all());
        }
        return all;
    }

    private static void read(ModelFile file, Map<ModelFile, Document> xml, Findings findings) {
        if (!ENDINGS.contains(file.ending())) {
            findings.identity("", "A model is a .bpmn, .dmn, .drl or .form file.");
        } else if (file.text().length() > LARGEST) {
            findings.refused("", "A model of %d characters is too large; at most %d."
                    .formatted(file.text().length(), LARGEST));
        } else if (file.ending().equals("bpmn") || file.ending().equals("dmn")) {
            try {
                xml.put(file, SafeXml.read(file.text()));
            } catch (SAXException e) {
                findings.refused("", "This XML cannot be taken: %s".formatted(e.getMessage()));
            }
        }
    }

    private void check(ModelFile file, @Nullable Document xml, Whole whole, boolean compile, Findings findings) {
        switch (file.ending()) {
            case "bpmn" -> {
                if (xml != null) {
                    diagram(file, new Diagram(xml), whole, findings);
                    schema(file, compile, Bpmn::readModelFromStream, findings);
                }
            }
            case "dmn" -> {
                if (xml != null) {
                    DecisionRules.check(file, xml, compile, findings);
                    schema(file, compile, Dmn::readModelFromStream, findings);
                }
            }
            case "drl" -> {
                GateRules.check(file, findings);
                if (compile && findings.all().isEmpty()) {
                    compiler.apply(file.name(), file.text()).forEach(error -> findings.incomplete("", error));
                }
            }
            case "form" -> FormRules.check(file, findings);
            default -> {}
        }
    }

    private void diagram(ModelFile file, Diagram diagram, Whole whole, Findings findings) {
        if (diagram.processes().size() != 1) {
            findings.identity("", "A file holds one process; here are %d.".formatted(diagram.processes().size()));
        }
        for (Element process : diagram.processes()) {
            String key = Diagram.id(process);
            if (!key.equals(file.name())) {
                findings.identity(key, "The process is called \"%s\" and its file \"%s\": one name."
                        .formatted(key, file.name()));
            }
            if (!process.getAttribute("isExecutable").equals("true")) {
                findings.identity(key, "The process is not marked as executable.");
            }
            if (Diagram.camunda(process, "historyTimeToLive").isEmpty()) {
                findings.incomplete(key, "It is not said how long history is kept (historyTimeToLive).");
            }
        }
        ProcessAllowList.check(diagram, findings);
        BindingRules.check(vocabulary, diagram, findings);
        FlowRules.check(diagram, findings);
        WaitRules.check(diagram, whole.forms(), findings);
        CallRules.check(diagram, whole.processes(), whole.tables(), findings);
    }

    /** Whether the engine can read it; asked last, of files that hold nothing forbidden. */
    private static void schema(ModelFile file, boolean compile, Consumer<InputStream> reader, Findings findings) {
        if (compile && findings.all().isEmpty()) {
            try {
                reader.accept(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
            } catch (ModelException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                findings.incomplete("", "The engine cannot read this: " + cause.getMessage());
            }
        }
    }

    /** What the files of a set can rely on in each other. */
    private record Whole(Set<String> processes, Map<String, Table> tables, Set<String> forms) {

        static Whole of(Collection<ModelFile> files, Map<ModelFile, Document> xml) {
            Whole whole = new Whole(new HashSet<>(), new HashMap<>(), new HashSet<>());
            for (ModelFile file : files) {
                Document read = xml.get(file);
                if (file.ending().equals("form")) {
                    whole.forms.add(file.name());
                } else if (file.ending().equals("bpmn")) {
                    whole.processes.add(file.name());
                } else if (file.ending().equals("dmn") && read != null) {
                    DecisionRules.table(file, read).ifPresent(table -> whole.tables.put(table.id(), table));
                }
            }
            return whole;
        }
    }
}

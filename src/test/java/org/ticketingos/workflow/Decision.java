package org.ticketingos.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** One decision table of the house in the decision engine alone; it notes which rows have answered. */
final class Decision {

    private static final Pattern ROW = Pattern.compile("<rule id=\"([^\"]+)\"");
    private static final Set<String> ANSWERED = new TreeSet<>();
    private static final DmnEngine ENGINE = build();

    private final DmnDecision table;
    private final Set<String> rows;

    private Decision(DmnDecision table, Set<String> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** For example {@code stages/triage}. */
    static Decision of(String path) {
        try {
            byte[] file = Files.readAllBytes(Path.of("rules", path + ".dmn"));
            String id = path.substring(path.indexOf('/') + 1);
            Set<String> rows = new TreeSet<>();
            ROW.matcher(new String(file, StandardCharsets.UTF_8))
                    .results()
                    .map(MatchResult::group)
                    .map(row -> row.substring(row.indexOf('"') + 1, row.length() - 1))
                    .forEach(rows::add);
            return new Decision(ENGINE.parseDecision(id, new ByteArrayInputStream(file)), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer's only row, by output name; empty when no row of the table matches. */
    Map<String, Object> answer(Map<String, Object> facts) {
        DmnDecisionResult result = ENGINE.evaluateDecision(table, facts);
        return result.isEmpty() ? Map.of() : result.getSingleResult().getEntryMap();
    }

    /** Every row that matches, in order. */
    List<Map<String, Object>> answers(Map<String, Object> facts) {
        return ENGINE.evaluateDecision(table, facts).getResultList();
    }

    /** Rows that no case of the test has made answer. */
    Set<String> rowsNotTried() {
        Set<String> rest = new TreeSet<>(rows);
        rest.removeAll(ANSWERED);
        return rest;
    }

    private static DmnEngine build() {
        DefaultDmnEngineConfiguration settings = new DefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().forEach(row -> ANSWERED.add(row.getId())));
        return settings.buildEngine();
    }
}

package org.ticketingos.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Decisions;

/** Asks the newest deployed version of a table. */
@Component
class DecisionTables implements Decisions {

    private final DecisionService engine;

    DecisionTables(DecisionService engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, Object> decide(String table, Map<String, Object> facts) {
        DmnDecisionRuleResult row = engine.evaluateDecisionTableByKey(table, facts).getSingleResult();
        if (row == null) {
            throw new IllegalStateException("no row of " + table + " matches " + facts);
        }
        return row.getEntryMap();
    }

    @Override
    public List<Map<String, Object>> every(String table, Map<String, Object> facts) {
        return engine.evaluateDecisionTableByKey(table, facts).getResultList();
    }
}

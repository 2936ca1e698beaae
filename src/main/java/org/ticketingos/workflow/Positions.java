package org.ticketingos.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.TicketId;

/** Says where in its diagrams a ticket stands. The caller has made sure that the ticket may be seen. */
@Component
public class Positions {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;

    Positions(RuntimeService runtime, RepositoryService repository, HistoryService history) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
    }

    /**
     * One diagram a ticket is in.
     *
     * @param process key of the diagram
     * @param xml BPMN as deployed when the ticket came in
     * @param active activities where a token stands
     * @param stuck activities where the engine gave up and waits for a person
     */
    public record Position(String process, String name, int version, String xml, Set<String> active, Set<String> stuck) {}

    /** The diagrams a ticket is in, the outermost first; for a finished ticket its spine without a token. */
    public List<Position> of(TicketId ticket) {
        List<Position> positions = new ArrayList<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket.toString())
                .rootProcessInstances()
                .list()
                .forEach(root -> collect(root, positions));
        if (positions.isEmpty()) {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(ticket.toString())
                    .rootProcessInstances()
                    .list()
                    .forEach(past -> positions.add(position(past.getProcessDefinitionId(), Set.of(), Set.of())));
        }
        return positions;
    }

    private void collect(ProcessInstance instance, List<Position> positions) {
        Set<String> stuck = runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId)
                .collect(Collectors.toSet());
        Set<String> active = new LinkedHashSet<>();
        ActivityInstance tree = runtime.getActivityInstance(instance.getId());
        if (tree != null) {
            leaves(tree, active);
        }
        positions.add(position(instance.getProcessDefinitionId(), active, stuck));
        runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()
                .forEach(called -> collect(called, positions));
    }

    private static void leaves(ActivityInstance node, Set<String> active) {
        for (TransitionInstance waiting : node.getChildTransitionInstances()) {
            active.add(waiting.getActivityId());
        }
        for (ActivityInstance child : node.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length + child.getChildTransitionInstances().length == 0) {
                active.add(child.getActivityId());
            }
            leaves(child, active);
        }
    }

    private Position position(String definitionId, Set<String> active, Set<String> stuck) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            return new Position(definition.getKey(), name, definition.getVersion(), text, active, stuck);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

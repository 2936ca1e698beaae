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
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
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
     * @param been activities done on the way, gateways and events among them
     */
    public record Position(
            String process,
            String name,
            int version,
            String xml,
            Set<String> active,
            Set<String> stuck,
            Set<String> been) {}

    /** The diagrams a ticket is in, the outermost first; for a finished ticket those it went through. */
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
                    .orderByProcessInstanceStartTime()
                    .asc()
                    .list()
                    .forEach(past -> remember(past, positions));
        }
        return positions;
    }

    /** A process that ran several times is drawn once, with all it has done. */
    private void remember(HistoricProcessInstance past, List<Position> positions) {
        Set<String> been = been(past.getId());
        Position drawn = position(past.getProcessDefinitionId(), Set.of(), Set.of(), been);
        positions.stream()
                .filter(one -> one.process().equals(drawn.process()))
                .findFirst()
                .ifPresentOrElse(one -> one.been().addAll(been), () -> positions.add(drawn));
        history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(past.getId())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .forEach(called -> remember(called, positions));
    }

    private Set<String> been(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
        positions.add(position(instance.getProcessDefinitionId(), active, stuck, been(instance.getId())));
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

    private Position position(String definitionId, Set<String> active, Set<String> stuck, Set<String> been) {
        ProcessDefinition definition = repository.getProcessDefinition(definitionId);
        String name = definition.getName() == null ? definition.getKey() : definition.getName();
        try (InputStream xml = repository.getProcessModel(definitionId)) {
            String text = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            return new Position(definition.getKey(), name, definition.getVersion(), text, active, stuck, been);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

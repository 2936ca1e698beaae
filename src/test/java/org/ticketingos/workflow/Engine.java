package org.ticketingos.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real engine in memory, driven by hand: nothing runs until the test says so. */
final class Engine implements BeforeEachCallback, AfterEachCallback {

    static final Set<String> BEANS = Set.of(
            "triage",
            "entitlement",
            "appeal",
            "assignment",
            "dataEntry",
            "quality",
            "defect",
            "clientReview",
            "billing",
            "closure",
            "slaEscalation");

    private static final StepStubs STEPS = new StepStubs();
    private static final ProcessEngine ENGINE = build();

    private final List<Path> files;
    private final List<BpmnModelInstance> callees;
    private String running = "";

    private Engine(List<Path> files, List<BpmnModelInstance> callees) {
        this.files = files;
        this.callees = callees;
    }

    /** With these models of the house, for example {@code processes/stages/triage.bpmn}, as one deployment. */
    static Engine with(String... files) {
        return new Engine(Arrays.stream(files).map(Path::of).toList(), List.of());
    }

    /** And with a process of that key that ends at once, in the place of one that is called. */
    Engine calling(String... keys) {
        return calling(Arrays.stream(keys)
                .map(key -> Bpmn.createExecutableProcess(key)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent()
                        .endEvent()
                        .done())
                .toArray(BpmnModelInstance[]::new));
    }

    Engine calling(BpmnModelInstance... models) {
        return new Engine(files, Stream.concat(callees.stream(), Arrays.stream(models)).toList());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        STEPS.forget();
        AbstractAssertions.init(ENGINE);
        DeploymentBuilder deployment = ENGINE.getRepositoryService().createDeployment();
        for (Path file : files) {
            deployment.addString(file.toString(), text(file));
        }
        for (BpmnModelInstance callee : callees) {
            String key = callee.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                    .iterator()
                    .next()
                    .getId();
            deployment.addModelInstance(key + ".bpmn", callee);
        }
        deployment.deploy();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ENGINE.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> ENGINE.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    void answer(String step, Object... values) {
        STEPS.answer(step, values);
    }

    List<String> calls() {
        return STEPS.calls();
    }

    ProcessInstance start(String key) {
        return start(key, Map.of());
    }

    ProcessInstance start(String key, Map<String, Object> more) {
        Map<String, Object> variables = Variables.createVariables()
                .putValue(Var.TICKET_ID.name(), StepStubs.TICKET)
                .putValue(Var.SERVICE_LINE.name(), "data-entry");
        variables.putAll(more);
        ProcessInstance instance =
                ENGINE.getRuntimeService().startProcessInstanceByKey(key, StepStubs.TICKET, variables);
        running = instance.getId();
        return instance;
    }

    Task task(String id) {
        return ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(id).singleResult();
    }

    /** Completes a human step the way the inbox does: what was typed is transient. */
    void complete(String taskId, Map<String, Object> form) {
        ENGINE.getTaskService()
                .complete(
                        task(taskId).getId(),
                        Variables.createVariables()
                                .putValueTyped(Var.FORM.name(), Variables.untypedValue(form, true)));
    }

    /** Runs the waiting job of this element; fails when there is not exactly one. */
    void runJob(String activityId) {
        ENGINE.getManagementService().executeJob(job(activityId).getId());
    }

    void fireTimer(String activityId) {
        Job timer = ENGINE.getManagementService().createJobQuery().timers().activityId(activityId).singleResult();
        if (timer == null) {
            throw new AssertionError("no timer is set on " + activityId);
        }
        ENGINE.getManagementService().executeJob(timer.getId());
    }

    Job job(String activityId) {
        Job job = ENGINE.getManagementService().createJobQuery().activityId(activityId).singleResult();
        if (job == null) {
            throw new AssertionError("no job waits at " + activityId);
        }
        return job;
    }

    /** Runs whatever can run now, but fires no timer. */
    void runAll() {
        List<Job> ready = ENGINE.getManagementService().createJobQuery().messages().withRetriesLeft().list();
        while (!ready.isEmpty()) {
            ENGINE.getManagementService().executeJob(ready.get(0).getId());
            ready = ENGINE.getManagementService().createJobQuery().messages().withRetriesLeft().list();
        }
    }

    void receive(String message) {
        ENGINE.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(StepStubs.TICKET)
                .correlate();
    }

    RuntimeService runtime() {
        return ENGINE.getRuntimeService();
    }

    ManagementService management() {
        return ENGINE.getManagementService();
    }

    TaskService tasks() {
        return ENGINE.getTaskService();
    }

    List<ProcessDefinition> processes() {
        return ENGINE.getRepositoryService().createProcessDefinitionQuery().list();
    }

    /** What a variable of the running, or ended, instance holds. */
    Object value(String variable) {
        return ENGINE.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(running)
                .variableName(variable)
                .list()
                .stream()
                .map(known -> known.getValue())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** Whether the engine's history kept anything under that name. */
    boolean remembers(String variable) {
        return ENGINE.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName(variable)
                        .count()
                > 0;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessEngine build() {
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        settings.setJdbcUrl("jdbc:h2:mem:diagrams;DB_CLOSE_DELAY=-1");
        settings.setProcessEngineName("diagrams");
        settings.setJobExecutorActivate(false);
        settings.setExpressionManager(STEPS);
        settings.setEnableCmdExceptionLogging(false);
        return settings.buildProcessEngine();
    }
}

package org.ticketingos.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.ticketingos.access.Scope;

/** How the engine runs here; its own defaults are not ours (architecture, chapter 5). */
@Component
class EngineSettings extends AbstractProcessEnginePlugin implements BeanPostProcessor {

    /** A crashed job is taken up again after this long. The engine's default of five minutes is SLA time lost. */
    private static final int LOCK_MILLIS = 60_000;

    private final ApplicationContext beans;
    private final ObjectProvider<SpineListener> spine;
    private final ObjectProvider<TaskProjection> tasks;

    EngineSettings(ApplicationContext beans, ObjectProvider<SpineListener> spine, ObjectProvider<TaskProjection> tasks) {
        this.beans = beans;
        this.spine = spine;
        this.tasks = tasks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new SpringExpressionManager(beans, new StepBeans(beans)));
        engine.setTenantIdProvider(new ClientAsTenant());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDefaultSerializationFormat("application/json");
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setHistoryTimeToLive("P365D");
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setConfigureScriptEngineHostAccess(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableCmdExceptionLogging(false);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new ListeningToDiagrams(spine, tasks));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getJobExecutor().setLockTimeInMillis(LOCK_MILLIS);
        engine.getJobExecutor().setMaxJobsPerAcquisition(8);
        engine.getJobExecutor().setWaitTimeInMillis(1_000);
        engine.getJobExecutor().setMaxWait(5_000);
    }

    /** Jobs are work of the house: their threads see all clients. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals("camundaTaskExecutor") && bean instanceof ThreadPoolTaskExecutor pool) {
            pool.setTaskDecorator(job -> () -> Scope.system(job));
        }
        return bean;
    }
}

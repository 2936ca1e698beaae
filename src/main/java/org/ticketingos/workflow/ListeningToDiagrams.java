package org.ticketingos.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Hangs the house's own listeners on every diagram, so that no diagram carries book-keeping. */
class ListeningToDiagrams extends AbstractBpmnParseListener {

    static final String SPINE = "ticket";

    private final ObjectProvider<SpineListener> spine;
    private final ObjectProvider<TaskProjection> tasks;

    ListeningToDiagrams(ObjectProvider<SpineListener> spine, ObjectProvider<TaskProjection> tasks) {
        this.spine = spine;
        this.tasks = tasks;
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey().equals(SPINE)) {
            ExecutionListener follow = execution -> spine.getObject().entered(execution);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, follow);
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener project = (DelegateTask changed) -> tasks.getObject().changed(changed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, project);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, project);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, project);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, project);
    }
}

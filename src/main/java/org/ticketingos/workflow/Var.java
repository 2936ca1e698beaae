package org.ticketingos.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable with its type; its name stands here and nowhere else in Java. */
public record Var<T>(String name, Class<T> type) {

    public static final Var<String> TICKET_ID = new Var<>("ticketId", String.class);
    public static final Var<String> CLIENT_ID = new Var<>("clientId", String.class);
    public static final Var<String> SERVICE_LINE = new Var<>("serviceLine", String.class);

    /** What a person has just typed; transient, gone after the transaction. */
    public static final Var<Object> FORM = new Var<>("form", Object.class);

    public T from(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }
}

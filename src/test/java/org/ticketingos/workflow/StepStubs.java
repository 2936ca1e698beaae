package org.ticketingos.workflow;

import java.beans.FeatureDescriptor;
import java.util.LinkedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Stands in for every Steps bean: notes each call, answers what the test has told it. */
final class StepStubs extends JuelExpressionManager {

    static final String TICKET = "018f-ticket";

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<Object>> answers = new HashMap<>();

    /** Answers in turn, the last one for ever; an exception is thrown. */
    void answer(String step, Object... values) {
        answers.put(step, new LinkedList<>(Arrays.asList(values)));
    }

    /** {@code bean.method}, with what it was given besides the ticket in brackets. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    void forget() {
        calls.clear();
        answers.clear();
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new Beans());
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    private Object call(String step, Object... given) {
        if (!TICKET.equals(given[0])) {
            throw new AssertionError(step + " was not given the ticket but " + given[0]);
        }
        String rest = Arrays.stream(given).skip(1).map(String::valueOf).collect(Collectors.joining(", "));
        calls.add(rest.isEmpty() ? step : step + "(" + rest + ")");
        Deque<Object> values = answers.get(step);
        if (values == null) {
            return null;
        }
        Object value = values.size() > 1 ? values.removeFirst() : values.getFirst();
        if (value instanceof RuntimeException fault) {
            throw fault;
        }
        return value;
    }

    private record Bean(String name) {}

    private final class Beans extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object name) {
            if (base == null && Engine.BEANS.contains(name)) {
                context.setPropertyResolved(true);
                return new Bean(name.toString());
            }
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] given) {
            if (base instanceof Bean bean) {
                context.setPropertyResolved(true);
                return call(bean.name() + "." + method, given);
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object name) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object name, Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object name) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}

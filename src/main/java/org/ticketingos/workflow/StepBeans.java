package org.ticketingos.workflow;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.ticketingos.ticket.Steps;

/** The beans a diagram may call: those marked with Steps, found by name when a diagram first needs them. */
class StepBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext beans;
    private final Set<String> names;

    StepBeans(ApplicationContext beans) {
        this.beans = beans;
        this.names = new TreeSet<>(Set.of(beans.getBeanNamesForAnnotation(Steps.class)));
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && names.contains(text);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names.stream().collect(Collectors.toMap(name -> (Object) name, beans::getBean)).entrySet();
    }
}

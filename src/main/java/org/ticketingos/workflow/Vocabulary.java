package org.ticketingos.workflow;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;
import org.ticketingos.ticket.EventName;
import org.ticketingos.ticket.ProcessMessage;
import org.ticketingos.ticket.Steps;

/**
 * The words a diagram may use, read off the code.
 *
 * @param steps bean name to the class whose public methods are its steps
 * @param messages names a diagram can wait for
 */
public record Vocabulary(Map<String, Class<?>> steps, Set<String> messages) {

    private static final String HOUSE = "org.ticketingos";

    public static Vocabulary ofTheHouse() {
        Map<String, Class<?>> steps = new TreeMap<>();
        for (Class<?> type : scan(new AnnotationTypeFilter(Steps.class))) {
            Steps marked = AnnotationUtils.getAnnotation(type, Steps.class);
            steps.put(marked == null ? type.getSimpleName() : marked.value(), type);
        }
        Set<String> messages = new TreeSet<>();
        scan(new AssignableTypeFilter(ProcessMessage.class)).forEach(type -> messages.add(EventName.of(type)));
        return new Vocabulary(steps, messages);
    }

    /** The public methods of a bean, by name and then by number of arguments. */
    public List<Method> methods(String bean) {
        return Optional.<Class<?>>ofNullable(steps.get(bean)).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static List<Class<?>> scan(TypeFilter wanted) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(wanted);
        return scanner.findCandidateComponents(HOUSE).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), Vocabulary.class.getClassLoader()))
                .filter(type -> !type.getName().contains("Test"))
                .toList();
    }
}

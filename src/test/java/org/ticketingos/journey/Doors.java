package org.ticketingos.journey;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the API as the running product knows it, so that a new one cannot be forgotten. */
final class Doors {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String BORDER = "a-border-between-parts";

    private Doors() {}

    /** One call of the API. */
    record Door(RequestMethod method, String pattern, boolean multipart, HandlerMethod handler) {

        boolean names() {
            return VARIABLE.matcher(pattern).find();
        }

        /** Whether its guard leaves clients' people out altogether. */
        boolean staffOnly() {
            PreAuthorize guard = handler.getMethodAnnotation(PreAuthorize.class);
            PreAuthorize ofAll = handler.getBeanType().getAnnotation(PreAuthorize.class);
            PreAuthorize holds = guard == null ? ofAll : guard;
            return holds != null && !holds.value().contains("CLIENT");
        }

        /** The addresses behind which something known by one of the ids could be. */
        List<String> addresses(Collection<String> ids) {
            List<String> addresses = new ArrayList<>();
            String days = needed();
            if (names()) {
                ids.forEach(id -> addresses.add(filled(id) + "?" + days));
            } else {
                addresses.add(pattern + "?" + days);
            }
            for (String parameter : parameters(String.class)) {
                ids.forEach(id -> addresses.add(filled(id) + "?" + days + parameter + "=" + id));
            }
            return addresses;
        }

        /** Days a call is about; without one it would be refused before it looks at anything. */
        private String needed() {
            return parameters(LocalDate.class).stream()
                    .map(name -> name + "=" + LocalDate.now(ZoneId.of("Asia/Kolkata")) + "&")
                    .collect(Collectors.joining());
        }

        Api.Answer knock(Api api, String address, String body) {
            if (method == RequestMethod.GET) {
                return api.get(address);
            }
            return multipart
                    ? api.send(method.name(), address, "multipart/form-data; boundary=" + BORDER, parts())
                    : api.send(method.name(), address, MediaType.APPLICATION_JSON_VALUE, body);
        }

        private String filled(String id) {
            return VARIABLE.matcher(pattern)
                    .replaceAll(name -> Matcher.quoteReplacement(name.group(1).equals("page") ? "1" : id));
        }

        private List<String> parameters(Class<?> type) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < handler.getMethodParameters().length; i++) {
                MethodParameter parameter = new SynthesizingMethodParameter(handler.getMethod(), i);
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                if (asked != null && parameter.getParameterType() == type) {
                    names.add(asked.name().isEmpty()
                            ? Objects.requireNonNull(parameter.getParameterName())
                            : asked.name());
                }
            }
            return names;
        }

        private static String parts() {
            return part("client", "acme") + part("subject", "For somebody else") + "--" + BORDER + "--\r\n";
        }

        private static String part(String name, String value) {
            return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BORDER, name, value);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Door> of(RequestMappingHandlerMapping mappings) {
        List<Door> doors = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> doors.addAll(of(info, handler)));
        return doors;
    }

    private static List<Door> of(RequestMappingInfo info, HandlerMethod handler) {
        List<Door> doors = new ArrayList<>();
        boolean multipart = info.getConsumesCondition().getConsumableMediaTypes().contains(
                MediaType.MULTIPART_FORM_DATA);
        for (String pattern : info.getPatternValues()) {
            if (pattern.startsWith("/api")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> doors.add(new Door(method, pattern, multipart, handler)));
            }
        }
        return doors;
    }
}

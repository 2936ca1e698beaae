package org.ticketingos.ui.inbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.ticketingos.sla.ClockKind;
import org.ticketingos.sla.PauseReason;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** Tells events as sentences. Each module writes its own in {@code timeline/<module>.properties}. */
@Component
public class Sentences {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    /** Facts that hold a log-in name. */
    private static final Set<String> PEOPLE = Set.of("agent", "person", "owner", "deputy", "absent", "by", "reviewer");

    private final Map<String, String> patterns = new HashMap<>();

    Sentences() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:timeline/*.properties")) {
                Properties sentences = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    sentences.load(reader);
                }
                sentences.stringPropertyNames().forEach(kind -> patterns.put(kind, sentences.getProperty(kind)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String kind) {
        return patterns.containsKey(kind);
    }

    /** What happened, in a sentence; an event nobody wrote a sentence for is named. */
    public String of(RecordedEvent event) {
        String pattern = patterns.get(event.kind());
        if (pattern == null) {
            return Words.text(event.kind());
        }
        Matcher facts = FACT.matcher(pattern);
        StringBuilder sentence = new StringBuilder();
        while (facts.find()) {
            facts.appendReplacement(sentence, 
                    Matcher.quoteReplacement(plain(facts.group(1), event.fact(facts.group(1)))));
        }
        return facts.appendTail(sentence).toString().replaceAll(" {2,}", " ").trim();
    }

    /** Constants, codes, keys and instants become words, raw ids vanish; everything else stays as it is. */
    private static String plain(String name, String fact) {
        if (fact.isEmpty()) {
            return "nobody";
        }
        if (fact.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "";
        }
        if (PEOPLE.contains(name)) {
            return Who.is(fact);
        }
        if (name.equals("stage")) {
            return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(fact)).findFirst()
                    .map(Words::of).orElse(fact);
        }
        if (name.equals("queue")) {
            return Words.queue(fact);
        }
        if (name.equals("clock")) {
            return ClockKind.of(fact).map(kind -> kind.label().toLowerCase()).orElse(fact);
        }
        if (fact.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")) {
            return Moments.near(Instant.parse(fact));
        }
        if (name.equals("field") || name.equals("fields")) {
            return Arrays.stream(fact.split(",\\s*")).map(Words::field).map(String::toLowerCase)
                    .collect(Collectors.joining(", "));
        }
        return PauseReason.of(fact).map(PauseReason::label).orElseGet(() ->
                fact.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{4,}|[a-z]+(-[a-z]+)+") ? Words.text(fact).toLowerCase() : fact);
    }

    /** Who did it, as people say it. */
    public static String actor(RecordedEvent event) {
        String absent = event.fact("onBehalfOf");
        return Who.is(event.actor()) + (absent.isEmpty() ? "" : " for " + Who.is(absent));
    }
}

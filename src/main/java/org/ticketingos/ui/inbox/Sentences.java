package org.ticketingos.ui.inbox;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ui.shell.Words;

/** Tells events as sentences. Each module writes its own in {@code timeline/<module>.properties}. */
@Component
public class Sentences {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

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
            facts.appendReplacement(sentence, Matcher.quoteReplacement(plain(event.fact(facts.group(1)))));
        }
        return facts.appendTail(sentence).toString().trim();
    }

    /** Constants and codes become words; everything else stays as it is. */
    private static String plain(String fact) {
        if (fact.isEmpty()) {
            return "nobody";
        }
        return fact.matches("[A-Z]+(_[A-Z]+)+|[A-Z]{4,}|[a-z]+(-[a-z]+)+") ? Words.text(fact).toLowerCase() : fact;
    }

    /** Who did it, as people say it. */
    public static String actor(RecordedEvent event) {
        String absent = event.fact("onBehalfOf");
        return event.actor().equals("system")
                ? "TicketingOS"
                : event.actor() + (absent.isEmpty() ? "" : " for " + absent);
    }
}

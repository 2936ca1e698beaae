package org.ticketingos.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ticketingos.ticket.RecordedEvent;
import org.ticketingos.ticket.TicketEvent;
import org.ticketingos.ticket.TicketId;

class SentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void an_event_is_told_as_a_sentence_with_its_facts_in_words() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("from", "NORMAL");
        facts.put("to", "CRITICAL");
        facts.put("reason", "the client called");

        assertThat(told("priority-changed", facts))
                .isEqualTo("Priority changed from normal to critical: the client called");
    }

    @Test
    void every_kind_of_event_has_its_sentence() {
        for (JavaClass event : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ticketingos")) {
            if (event.isAssignableTo(TicketEvent.class) && !event.isInterface()) {
                String kind = event.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
                assertThat(sentences.knows(kind)).as("a sentence for " + kind).isTrue();
            }
        }
    }

    private String told(String kind, Map<String, Object> facts) {
        Instant at = Instant.parse("2026-01-21T10:00:00Z");
        return sentences.of(new RecordedEvent(1, TicketId.next(at), kind, at, "agent", facts));
    }
}

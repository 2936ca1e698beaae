package org.ticketingos.staffing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * One of our people who does clients' work.
 *
 * @param login log-in name
 * @param capacity how many tickets at a time
 * @param languages two-letter codes of ISO 639-1
 * @param skills name of the skill to its level, 1 (learning) to 5 (teaches it)
 * @param shift id of the work calendar that is this person's weekly pattern
 */
public record Agent(
        String login,
        String name,
        int capacity,
        Set<String> languages,
        Map<String, Integer> skills,
        String shift,
        LocalDate joined) {

    public Agent {
        languages = Set.copyOf(languages);
        skills = Map.copyOf(skills);
    }
}

package org.ticketingos.sla;

import java.util.List;
import java.util.Map;
import org.ticketingos.ticket.Decisions;

/** Two tables small enough to reckon with in the head. */
class SlaTables implements Decisions {

    @Override
    public Map<String, Object> decide(String table, Map<String, Object> facts) {
        return Map.of(
                "responseMinutes", facts.get("priority").equals("CRITICAL") ? 60 : 240,
                "resolutionMinutes", facts.get("priority").equals("CRITICAL") ? 120 : 480,
                "warningPercent", 75);
    }

    @Override
    public List<Map<String, Object>> every(String table, Map<String, Object> facts) {
        int work = facts.get("priority").equals("CRITICAL") ? 60 : 240;
        return switch (facts.get("stage").toString()) {
            case "PROCESS" -> List.of(
                    row("Do the work", "next", work),
                    row("Work to hand-over", "APPROVAL", 600),
                    row("Do the work", "next", 960),
                    row("Never", "next", 0));
            case "QUALITY_CHECK" -> List.of(row("Check the work", "next", 30));
            default -> List.of();
        };
    }

    private static Map<String, Object> row(String clock, String until, int minutes) {
        return Map.of("clock", clock, "until", until, "targetMinutes", minutes, "warningPercent", 75);
    }
}

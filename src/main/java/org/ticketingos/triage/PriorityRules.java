package org.ticketingos.triage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ticketingos.ticket.Priority;

/** Raises a ticket's priority for what its words say; never lowers one, for nobody but a person may. */
final class PriorityRules {

    /** Working hours shrink fast: what is due by tomorrow is urgent today. */
    private static final int DUE_DAYS = 1;

    private static final List<Rule> RULES = List.of(
            rule(Priority.CRITICAL, "work has stopped",
                    "\\b(?:is|are|went|has gone|have gone|completely) down\\b|\\boutage\\b"
                            + "|\\bnobody can (?:work|log|bill|print)"
                            + "|\\ball (?:users|branches|stores) (?:are )?(?:affected|stopped|cannot)"
                            + "|\\bproduction (?:has )?(?:stopped|stands still)|\\bnot reachable\\b.*\\ball\\b"
                            + "|\\bsecurity breach\\b|\\bransomware\\b|\\bhacked\\b"),
            rule(Priority.CRITICAL, "an emergency", "\\bemergency\\b"),
            rule(Priority.HIGH, "says urgent",
                    "\\burgent(?:ly)?\\b|\\basap\\b|\\bas soon as possible\\b|\\bimmediate(?:ly)?\\b|\\bright away\\b"
                            + "|\\btop priority\\b|\\bhigh priority\\b|\\bat the earliest\\b"),
            rule(Priority.HIGH, "due today or tomorrow",
                    "\\b(?:by|before|until|till|due|within) "
                            + "(?:today|tonight|tomorrow|noon|eod|cob|end of (?:the )?day"
                            + "|close of business|the hour|\\d{1,2} ?(?:am|pm|hours?|minutes?))\\b|\\b(?:deadline|due) "
                            + "(?:is )?(?:today|tomorrow|tonight|in (?:two|three|\\d) hours)\\b|\\bstill today\\b"),
            rule(Priority.HIGH, "money is lost meanwhile",
                    "\\b(?:penalty|late fee|late charge|paid twice|double payment|fraud)\\b"
                            + "|\\bstops? (?:the )?deliver(?:y|ies)\\b"));

    private static final Pattern NEGATED = Pattern.compile(
            "\\b(?:not|nothing|isn't|no need|never)(?: \\w+){0,2} (?:urgent|immediate|critical|emergency)\\w*"
                    + "|\\bno emergency\\b"
                    + "|\\bnot an emergency\\b|\\bemergency contacts?\\b|\\bwhen(?:ever)? you have time\\b");

    private static final Pattern DATE = Pattern.compile(
            "\\b(?:by|before|until|till|due(?: on)?|deadline(?: is)?) (\\d{4})-(\\d{2})-(\\d{2})\\b"
                    + "|\\b(?:by|before|until|till|due(?: on)?|deadline(?: is)?) "
                    + "(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})\\b");

    private PriorityRules() {}

    /**
     * A priority with its reasons.
     *
     * @param reasons what raised it; empty when nothing did
     */
    record Ruling(Priority priority, List<String> reasons) {}

    /** @param floor what was asked for or agreed; the ruling is never below it */
    static Ruling rule(String text, Priority floor, LocalDate today) {
        String words = NEGATED.matcher(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")).replaceAll(" ");
        Priority highest = floor;
        List<String> reasons = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher said = rule.pattern().matcher(words);
            if (said.find() && rule.priority().compareTo(floor) < 0) {
                reasons.add(rule.reason() + ": \"" + said.group().strip() + "\"");
                highest = higher(highest, rule.priority());
            }
        }
        if (Priority.HIGH.compareTo(floor) < 0 && dueSoon(words, today)) {
            reasons.add("a date in the text is near");
            highest = higher(highest, Priority.HIGH);
        }
        return new Ruling(highest, reasons);
    }

    private static boolean dueSoon(String words, LocalDate today) {
        Matcher date = DATE.matcher(words);
        while (date.find()) {
            try {
                LocalDate due = date.group(1) != null
                        ? LocalDate.of(number(date, 1), number(date, 2), number(date, 3))
                        : LocalDate.of(number(date, 6), number(date, 5), number(date, 4));
                if (!due.isBefore(today) && !due.isAfter(today.plusDays(DUE_DAYS))) {
                    return true;
                }
            } catch (DateTimeException e) {
                // 31.02.2026 is no deadline
            }
        }
        return false;
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static Priority higher(Priority a, Priority b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Rule rule(Priority priority, String reason, String pattern) {
        return new Rule(priority, reason, Pattern.compile(pattern));
    }

    private record Rule(Priority priority, String reason, Pattern pattern) {}
}

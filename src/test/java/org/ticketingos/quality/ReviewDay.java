package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.quality.Scorecard.Question;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** What reviewers and agents do in tests of the review desk. */
final class ReviewDay {

    static final CurrentUser RAVI = reviewer("ravi", "reviewers");
    static final CurrentUser LEELA = reviewer("leela", "reviewers", "second-level-reviewers");
    static final CurrentUser OMAR = reviewer("omar", "reviewers", "second-level-reviewers");

    private final QualityHouse house;

    ReviewDay(QualityHouse house) {
        this.house = house;
    }

    static CurrentUser reviewer(String login, String... groups) {
        return new CurrentUser(login, login, Set.of(Role.REVIEWER), null, Set.of(groups));
    }

    /** A scorecard as in the domain's worked example, in force. */
    Scorecard scorecard(Question... questions) {
        return house.run(() -> {
            Scorecards cards = house.bean(Scorecards.class);
            Scorecard draft = cards.draft(QualityHouse.CLIENT, "data-entry", "Keying", List.of(questions), "analyst");
            return cards.activate(draft.id(), "supervisor");
        });
    }

    static Question question(String text, int weight) {
        return Question.of("", text, "", weight, null);
    }

    static Question fatal(String text, int weight) {
        return Question.of("", text, "", weight, Track.COMPLIANCE);
    }

    void noScorecard() {
        house.run(() -> house.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update scorecard set active_until = now() - interval '100 years', active_from ="
                        + " now() - interval '101 years' where client_id = ?")
                .param(QualityHouse.CLIENT.value())
                .update());
    }

    /** The first look: every field right but those named, every question yes but those named. */
    String first(CurrentUser who, TicketId ticket, Map<String, String> wrong, Map<String, String> marks) {
        LoggedIn.as(who);
        return house.run(() -> house.bean(QualitySteps.class)
                .score(ticket.toString(), filled(house.bean(ReviewForm.class), ticket, wrong, marks)));
    }

    String second(CurrentUser who, TicketId ticket, Map<String, String> wrong, Map<String, String> marks) {
        LoggedIn.as(who);
        return house.run(() -> house.bean(QualitySteps.class)
                .scoreAgain(ticket.toString(), filled(house.bean(SecondReviewForm.class), ticket, wrong, marks)));
    }

    Map<String, Object> filled(
            FormFiller form, TicketId ticket, Map<String, String> wrong, Map<String, String> marks) {
        FormFiller.Content content = house.run(() -> form.fill(ticket));
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Map<String, Object> row : rows(content, "checks")) {
            Map<String, Object> check = new LinkedHashMap<>(row);
            String expected = wrong.get(row.get("item").toString());
            check.put("correct", expected == null ? "right" : "wrong");
            if (expected != null) {
                check.putAll(Map.of("expected", expected, "severity", "MAJOR", "cause", "mistyped"));
            }
            checks.add(check);
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Map<String, Object> row : rows(content, "questions")) {
            Map<String, Object> answer = new LinkedHashMap<>(row);
            answer.put("mark", marks.getOrDefault(row.get("text").toString(), "yes"));
            answer.put("remark", "because");
            answers.add(answer);
        }
        return Map.of("checks", checks, "questions", answers);
    }

    void rule(CurrentUser who, TicketId ticket, boolean overturned) {
        LoggedIn.as(who);
        house.run(() -> house.bean(AppealSteps.class).rule(ticket.toString(), ruling(ticket, overturned)));
    }

    Map<String, Object> ruling(TicketId ticket, boolean overturned) {
        List<Map<String, Object>> rulings = new ArrayList<>();
        for (Map<String, Object> row : rows(house.run(() -> house.bean(AppealForm.class).fill(ticket)), "items")) {
            rulings.add(Map.of(
                    "item", row.get("item"), "ruling", overturned ? "overturned" : "stands", "why", "The page says so."));
        }
        return Map.of("items", rulings, "note", "Looked at the page again.");
    }

    Review standing(TicketId ticket) {
        List<Review> all = house.run(() -> house.bean(Reviews.class).of(ticket));
        return all.get(all.size() - 1);
    }

    Appeal dispute(TicketId ticket, String agent) {
        return house.run(() -> {
            Appeals appeals = house.bean(Appeals.class);
            Review review = standing(ticket);
            Set<UUID> points = Set.copyOf(appeals.disputable(review));
            return appeals.dispute(review.id(), points, "The page says 181.", agent);
        });
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(FormFiller.Content content, String list) {
        return (List<Map<String, Object>>) content.values().get(list);
    }
}

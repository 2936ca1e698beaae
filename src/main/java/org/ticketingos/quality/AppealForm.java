package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;

/** The form on which an appeal is decided: the agent's reason and the verdict, without the name of either. */
@Component
class AppealForm implements FormFiller {

    private static final String LIST = "items";
    private static final String OVERTURNED = "overturned";

    private final Appeals appeals;
    private final Reviews reviews;
    private final Checklist checklist;

    AppealForm(Appeals appeals, Reviews reviews, Checklist checklist) {
        this.appeals = appeals;
        this.reviews = reviews;
        this.checklist = checklist;
    }

    /** What was ruled on one point. */
    record Ruling(boolean overturned, String why) {}

    @Override
    public String form() {
        return "appeal-decide";
    }

    @Override
    public Content fill(TicketId ticket) {
        Optional<Appeal> appeal = appeals.open(ticket);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Appeal.Item item : appeal.map(Appeal::items).orElse(List.of())) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("item", Integer.toString(item.position()));
            row.put("what", item.what());
            row.put("value", item.value().isEmpty() ? "–" : item.value());
            row.put("claim", item.claim());
            rows.add(row);
        }
        return new Content(
                Map.of("reason", appeal.map(Appeal::reason).orElse(""), LIST, rows),
                Map.of(),
                Map.of(),
                checklist.documents(ticket));
    }

    @Override
    public Map<String, String> check(TicketId ticket, Map<String, Object> form) {
        Map<String, String> findings = new LinkedHashMap<>();
        List<Integer> open = new ArrayList<>(appeals.open(ticket).map(Appeal::items).orElse(List.of()).stream()
                .map(Appeal.Item::position)
                .toList());
        List<Map<?, ?>> rows = Rows.of(form, LIST);
        for (int i = 0; i < rows.size(); i++) {
            String item = Rows.text(rows.get(i), "item");
            if (!item.matches("\\d{1,4}") || !open.remove(Integer.valueOf(item))) {
                findings.put(LIST + "[" + i + "].item", "This is not an open point of the appeal.");
            }
        }
        if (!open.isEmpty()) {
            findings.put(LIST, "Every disputed point needs a ruling; still missing: " + open.size() + ".");
        }
        CurrentUser.find().flatMap(who -> refuses(ticket, who.login())).ifPresent(why -> findings.put(LIST, why));
        return findings;
    }

    @Override
    public Optional<String> refuses(TicketId ticket, String login) {
        if (checklist.touched(ticket, login)) {
            return Optional.of("This is about your own work; somebody else must decide.");
        }
        return reviews.of(ticket).stream().anyMatch(review -> review.reviewer().equals(login))
                ? Optional.of("You reviewed this work yourself; somebody else must decide.")
                : Optional.empty();
    }

    /** By position, of a form that has passed {@link #check}. */
    Map<Integer, Ruling> rulings(Map<String, Object> form) {
        Map<Integer, Ruling> rulings = new TreeMap<>();
        for (Map<?, ?> row : Rows.of(form, LIST)) {
            rulings.put(
                    Integer.valueOf(Rows.text(row, "item")),
                    new Ruling(Rows.text(row, "ruling").equals(OVERTURNED), Rows.text(row, "why")));
        }
        return rulings;
    }
}

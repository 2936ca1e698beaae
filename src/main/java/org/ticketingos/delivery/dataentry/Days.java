package org.ticketingos.delivery.dataentry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the document's date and the day payment is due by their labels. */
final class Days {

    private record Spot(List<LocalDate> days, Sheet.@Nullable Name name, Row.Place place) {

        boolean is(Label label) {
            return name != null && name.label() == label;
        }
    }

    private final List<Spot> spots = new ArrayList<>();
    private final LocalDate today;

    Days(Sheet sheet, Known known) {
        this.today = known.today();
        boolean monthFirst = Dates.monthFirst(known.country());
        for (int r = 0; r < sheet.rows().size(); r++) {
            Row row = sheet.rows().get(r);
            for (Dates.Found found : Dates.find(row.text(), monthFirst)) {
                int first = Numbers.wordAt(row.words(), found.start());
                int last = Numbers.wordAt(row.words(), found.end() - 1);
                spots.add(new Spot(
                        found.days(), sheet.nameOf(r, first, last).orElse(null), row.place(first, last)));
            }
        }
    }

    Optional<Proposal> documentDate(DocumentType type) {
        if (type == DocumentType.PURCHASE_ORDER) {
            Optional<Proposal> ordered = named(Label.ORDER_DATE);
            if (ordered.isPresent()) {
                return ordered;
            }
        }
        Optional<Proposal> named = named(Label.DATE);
        if (named.isPresent()) {
            return named;
        }
        return spots.stream()
                .filter(spot -> !spot.is(Label.DUE) && !spot.is(Label.ORDER_DATE) && inWindow(spot))
                .findFirst()
                .map(spot -> proposal(spot, 45, "first date of the document"));
    }

    Optional<Proposal> dueDate() {
        return named(Label.DUE);
    }

    private Optional<Proposal> named(Label label) {
        Spot best = null;
        for (Spot spot : spots) {
            if (spot.is(label) && (best == null || rank(spot) > rank(best))) {
                best = spot;
            }
        }
        return Optional.ofNullable(best).map(spot -> {
            Sheet.Name name = Objects.requireNonNull(spot.name);
            return proposal(spot, name.direct() ? 90 : 60, name.evidence());
        });
    }

    private static int rank(Spot spot) {
        Sheet.Name name = spot.name;
        return name == null ? 0 : (name.direct() ? 2 : 0) + (name.strong() ? 1 : 0);
    }

    private Proposal proposal(Spot spot, int confidence, String fact) {
        Proposal proposal = Proposal.of(spot.days.get(0).toString(), confidence, spot.place, fact);
        if (spot.place.ocr()) {
            proposal = proposal.atMost(85, "read from a picture");
        }
        return spot.days.size() == 1
                ? proposal
                : proposal.atMost(65, "day and month could be swapped: " + spot.days.get(1));
    }

    private boolean inWindow(Spot spot) {
        return FieldChecks.dateInWindow(spot.days.get(0).toString(), today);
    }
}

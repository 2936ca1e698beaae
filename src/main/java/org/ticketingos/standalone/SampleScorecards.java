package org.ticketingos.standalone;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.quality.ReviewRules;
import org.ticketingos.quality.Scorecard;
import org.ticketingos.quality.Scorecard.Question;
import org.ticketingos.quality.Scorecards;
import org.ticketingos.quality.Track;

/** One client's reviewers answer a scorecard, and a fifth of their reviews is repeated. */
@Component
class SampleScorecards {

    private static final String LINE = "data-entry";

    private final Scorecards scorecards;
    private final ReviewRules rules;

    SampleScorecards(Scorecards scorecards, ReviewRules rules) {
        this.scorecards = scorecards;
        this.rules = rules;
    }

    void create() {
        Scorecard draft = scorecards.draft(
                SampleClients.GLOBEX,
                LINE,
                "Keying of invoices",
                List.of(
                        question("Is the ledger code the one the guideline asks for?",
                                "Freight goes to 5200 also when it stands on a stationery invoice.", 30, null),
                        question("Are lines keyed in the order of the page?", "", 20, null),
                        question("Are doubtful values explained in a note?", "A note is needed where the page is unclear.",
                                25, null),
                        question("Is no personal data in notes?", "Names of signers do not belong there.", 25,
                                Track.COMPLIANCE)),
                "analyst");
        scorecards.activate(draft.id(), "supervisor");
        rules.set(SampleClients.GLOBEX, LINE, new ReviewRules.Rules(10, 20), "supervisor");
    }

    private static Question question(
            String text, String guidance, int weight, @Nullable Track fatal) {
        return Question.of("", text, guidance, weight, fatal);
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Clients;
import org.ticketingos.quality.Accuracy;
import org.ticketingos.quality.ProvenAccuracy;
import org.ticketingos.quality.Scorecard;
import org.ticketingos.quality.Scorecards;
import org.ticketingos.quality.Track;

@RestController
@RequestMapping("/api/v1/quality")
@Tag(name = "Quality", description = "What is proven, and what reviewers are asked.")
class QualityApi {

    private final ProvenAccuracy proven;
    private final Scorecards scorecards;
    private final Clients clients;

    QualityApi(ProvenAccuracy proven, Scorecards scorecards, Clients clients) {
        this.proven = proven;
        this.scorecards = scorecards;
        this.clients = clients;
    }

    /**
     * Accuracy of one client's line this month.
     *
     * @param shown accuracy that holds with one-sided 95 % confidence
     * @param cleanUnitsMissing units without an error still to be seen until the promise is proven
     */
    record ProvenJson(
            String client,
            String serviceLine,
            String month,
            String unit,
            int inspected,
            int errors,
            @Nullable BigDecimal point,
            BigDecimal shown,
            BigDecimal promised,
            @Nullable Integer cleanUnitsMissing,
            String sentence) {

        static ProvenJson of(ProvenAccuracy.Proven line) {
            Accuracy accuracy = line.accuracy();
            return new ProvenJson(line.client().value(), line.line(), line.month().toString(), accuracy.unit(),
                    accuracy.inspected(), accuracy.errors(), accuracy.point(), accuracy.shown(), accuracy.target(),
                    accuracy.cleanUnitsMissing(), line.sentence());
        }
    }

    /** A question as it is drafted; fatal is CUSTOMER, BUSINESS or COMPLIANCE. */
    record QuestionJson(
            @Nullable String code, @Nullable String text, @Nullable String guidance, int weight, @Nullable Track fatal) {}

    /** A draft. */
    record DraftJson(
            @Nullable String client,
            @Nullable String serviceLine,
            @Nullable String name,
            @Nullable List<QuestionJson> questions) {}

    @GetMapping("/accuracy")
    @PreAuthorize("hasAnyRole('CLIENT', 'REVIEWER', 'SUPERVISOR', 'ANALYST', 'ADMIN')")
    @Operation(summary = "What the random sample of this month proves of each promise, with unit, n, errors and bound")
    Listing<ProvenJson> accuracy() {
        return Listing.whole(proven.thisMonth().stream().map(ProvenJson::of).toList());
    }

    @GetMapping("/scorecards")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST')")
    @Operation(summary = "Every version of every scorecard")
    Listing<Scorecard> scorecards() {
        return Listing.whole(scorecards.all());
    }

    @PostMapping("/scorecards")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST')")
    @Operation(summary = "Draft the next version of a line's scorecard; somebody else puts it in force")
    Scorecard draft(@RequestBody DraftJson draft) {
        List<QuestionJson> questions = draft.questions() == null ? List.of() : draft.questions();
        return scorecards.draft(
                clients.all().stream()
                        .filter(client -> client.id().value().equals(draft.client()))
                        .findFirst()
                        .orElseThrow(() -> new NotThere("client"))
                        .id(),
                Requests.line(Objects.requireNonNullElse(draft.serviceLine(), "")).code(),
                Objects.requireNonNullElse(draft.name(), ""),
                questions.stream()
                        .map(one -> Scorecard.Question.of(
                                Objects.requireNonNullElse(one.code(), ""),
                                Objects.requireNonNullElse(one.text(), ""),
                                Objects.requireNonNullElse(one.guidance(), ""),
                                one.weight(),
                                one.fatal()))
                        .toList(),
                CurrentUser.get().login());
    }

    @PostMapping("/scorecards/{id}/activate")
    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ANALYST')")
    @Operation(summary = "Put a draft somebody else wrote in force for everything sampled from now on")
    Scorecard activate(@PathVariable UUID id) {
        return scorecards.activate(id, CurrentUser.get().login());
    }
}

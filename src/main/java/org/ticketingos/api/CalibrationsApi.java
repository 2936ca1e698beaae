package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Clients;
import org.ticketingos.quality.Calibration;
import org.ticketingos.quality.CalibrationResult;
import org.ticketingos.quality.Calibrations;

@RestController
@RequestMapping("/api/v1/calibrations")
@PreAuthorize("hasAnyRole('REVIEWER', 'SUPERVISOR', 'ANALYST')")
@Tag(name = "Calibration", description = "Several reviewers judge the same work blind, compare, and agree.")
class CalibrationsApi {

    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Calibrations calibrations;
    private final Clients clients;
    private final Clock clock;

    CalibrationsApi(Calibrations calibrations, Clients clients, Clock clock) {
        this.calibrations = calibrations;
        this.clients = clients;
        this.clock = clock;
    }

    /** What to draw from and whom to ask. */
    record NewSessionJson(
            @Nullable String client,
            @Nullable String serviceLine,
            @Nullable String title,
            int items,
            @Nullable Set<String> reviewers) {}

    /** A session; its items are numbered, never named by ticket. */
    record SessionJson(
            UUID id,
            String client,
            String serviceLine,
            String title,
            Instant openedAt,
            @Nullable Instant closedAt,
            long finished,
            int reviewers,
            String note,
            List<ItemJson> items) {

        static SessionJson of(Calibration session) {
            return new SessionJson(session.id(), session.client().value(), session.line(), session.title(),
                    session.openedAt(), session.closedAt(), session.finished(), session.raters().size(), session.note(),
                    session.items().stream().map(ItemJson::of).toList());
        }
    }

    /** One piece of work. */
    record ItemJson(int number, List<PointJson> points) {

        static ItemJson of(Calibration.Item item) {
            return new ItemJson(item.position(), item.points().stream()
                    .map(point -> new PointJson(point.id(), point.kind().name(), point.label(), point.value(),
                            point.guidance(), List.copyOf(point.choices().keySet())))
                    .toList());
        }
    }

    /** One thing to judge. */
    record PointJson(UUID id, String kind, String label, String value, String guidance, List<String> choices) {}

    /** One judgement. */
    record AnswerJson(@Nullable UUID point, @Nullable String answer, @Nullable String expected, @Nullable String remark) {}

    /** All judgements so far. */
    record AnswersJson(@Nullable List<AnswerJson> answers) {}

    /** One answer for all. */
    record AgreedJson(@Nullable UUID point, @Nullable String answer, @Nullable String guidance) {}

    @GetMapping
    @Operation(summary = "Sessions you lead or judge in, newest first")
    Listing<SessionJson> list() {
        return Listing.whole(calibrations.of(CurrentUser.get()).stream().map(SessionJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draw reviewed work of the last 30 days and ask reviewers to judge it blind")
    SessionJson draw(@RequestBody NewSessionJson wanted) {
        return SessionJson.of(calibrations.draw(
                clients.all().stream()
                        .filter(client -> client.id().value().equals(wanted.client()))
                        .findFirst()
                        .orElseThrow(() -> new NotThere("client"))
                        .id(),
                Objects.requireNonNullElse(wanted.serviceLine(), ""),
                Objects.requireNonNullElse(wanted.title(), ""),
                wanted.items(),
                wanted.reviewers() == null ? Set.of() : wanted.reviewers(),
                clock.instant().minus(LOOK_BACK),
                CurrentUser.get()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One session with what is to be judged")
    SessionJson get(@PathVariable UUID id) {
        return SessionJson.of(calibrations.find(id, CurrentUser.get()));
    }

    @PostMapping("/{id}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep your judgements so far; nobody else sees them")
    void answer(@PathVariable UUID id, @RequestBody AnswersJson given) {
        if (given.answers() == null || given.answers().stream().anyMatch(one -> one.point() == null)) {
            throw new BadInput("Say which points are judged: \"answers\" with \"point\" and \"answer\".");
        }
        calibrations.answer(id, given.answers().stream()
                .map(one -> new Calibrations.Given(
                        Objects.requireNonNull(one.point()),
                        Objects.requireNonNullElse(one.answer(), ""),
                        Objects.requireNonNullElse(one.expected(), ""),
                        Objects.requireNonNullElse(one.remark(), "")))
                .toList(), CurrentUser.get());
    }

    @PostMapping("/{id}/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand in; when all have, the differences show")
    void finish(@PathVariable UUID id) {
        calibrations.finish(id, CurrentUser.get());
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a session before all are in; for its leaders")
    void close(@PathVariable UUID id) {
        calibrations.end(id, CurrentUser.get());
    }

    @GetMapping("/{id}/result")
    @Operation(summary = "Differences, agreement and strictness of a closed session")
    CalibrationResult result(@PathVariable UUID id) {
        return calibrations.result(id, CurrentUser.get());
    }

    @PostMapping("/{id}/agree")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "One answer for all, and guidance that stands beside the field or question from now on")
    void agree(@PathVariable UUID id, @RequestBody AgreedJson agreed) {
        if (agreed.point() == null) {
            throw new BadInput("Say which point was agreed on: \"point\" is missing.");
        }
        calibrations.agree(id, agreed.point(), Objects.requireNonNullElse(agreed.answer(), ""),
                Objects.requireNonNullElse(agreed.guidance(), ""), CurrentUser.get());
    }
}

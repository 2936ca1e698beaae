package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.staffing.Absences;

@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "Absences", description = "Who is away, and who stands in.")
class AbsencesApi {

    private final Absences absences;

    AbsencesApi(Absences absences) {
        this.absences = absences;
    }

    /**
     * @param away log-in name
     * @param deputy who stands in; without one the work goes back to its queues
     */
    record NewAbsenceJson(
            @NotBlank String away, @NotNull Instant from, @NotNull Instant to, @NotBlank @Size(max = 100) String reason,
            @Nullable String deputy) {}

    /** @param absence id of the absence that ends or is taken back */
    record EndJson(@NotNull Long absence) {}

    @GetMapping
    @Operation(summary = "Your present and coming absences; the whole team's for supervisors")
    Listing<Absences.Away> list() {
        CurrentUser who = CurrentUser.get();
        return Listing.whole(
                who.isClient() ? List.of() : who.is(Role.SUPERVISOR) ? absences.team() : absences.of(who.login()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Enter an absence, your own or, as a supervisor, anybody's")
    void enter(@Valid @RequestBody NewAbsenceJson json) {
        absences.enter(json.away(), json.from(), json.to(), json.reason(), json.deputy(), ours());
    }

    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End an absence, or take it back before it begins")
    void end(@Valid @RequestBody EndJson json) {
        absences.end(json.absence(), ours());
    }

    private static CurrentUser ours() {
        CurrentUser who = CurrentUser.get();
        if (who.isClient()) {
            throw new AccessDeniedException("absences are ours");
        }
        return who;
    }
}

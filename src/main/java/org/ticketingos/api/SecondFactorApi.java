package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.Role;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.access.SecondFactors;

@RestController
@RequestMapping("/api/v1/second-factor")
@PreAuthorize("hasAnyRole('CLIENT', 'AGENT', 'REVIEWER', 'SUPERVISOR', 'FINANCE', 'ANALYST', 'ADMIN')")
@Tag(name = "Second factor", description = "A code after the password. With one, calls log in by an access key in place"
        + " of the password, and acts that weigh ask for a fresh code in the header X-Second-Factor.")
class SecondFactorApi {

    private final SecondFactors factors;
    private final SecondFactorRules rules;
    private final FreshProof proof;

    SecondFactorApi(SecondFactors factors, SecondFactorRules rules, FreshProof proof) {
        this.factors = factors;
        this.rules = rules;
        this.proof = proof;
    }

    /** @param codesLeft recovery codes not used yet */
    record StateJson(boolean on, @Nullable Instant since, int codesLeft, boolean demanded) {}

    /** @param secret base32, as {@code begin} gave it */
    record ConfirmJson(@Nullable String secret, @Nullable String code) {}

    record CodesJson(List<String> recoveryCodes) {}

    record DemandJson(@Nullable Set<Role> roles) {}

    @GetMapping
    @Operation(summary = "Whether you have a second factor, and have to have one")
    StateJson state() {
        CurrentUser who = CurrentUser.get();
        SecondFactors.State state = factors.of(who.login()).orElse(null);
        boolean demanded = rules.demanded().stream().anyMatch(who::is);
        return state == null ? new StateJson(false, null, 0, demanded)
                : new StateJson(true, state.since(), state.codesLeft(), demanded);
    }

    @PostMapping("/begin")
    @Operation(summary = "A new secret for your app; it counts once you have confirmed it")
    SecondFactors.Draft begin() {
        return factors.draft(CurrentUser.get().login());
    }

    @PostMapping("/confirm")
    @Operation(summary = "Switch it on with the secret and a code of it; the recovery codes are shown this once")
    CodesJson confirm(@RequestBody ConfirmJson given) {
        return new CodesJson(proof.switchOn(
                given.secret() == null ? "" : given.secret(), given.code() == null ? "" : given.code()));
    }

    @PostMapping("/recovery-codes")
    @Operation(summary = "New recovery codes; the old ones stop working. Needs a fresh code")
    CodesJson newCodes() {
        return new CodesJson(rules.newCodes(CurrentUser.get()));
    }

    @PostMapping("/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch your own off, unless your role demands one. Needs a fresh code")
    void off() {
        rules.switchOff(CurrentUser.get());
    }

    @GetMapping("/demands")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Roles whose people have to have one")
    DemandJson demands() {
        return new DemandJson(rules.demanded());
    }

    @PostMapping("/demands")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say whose people have to have one; running sessions of those who have none end")
    void demand(@RequestBody DemandJson demand) {
        rules.demand(demand.roles() == null ? Set.of() : demand.roles(), CurrentUser.get());
    }

    @PostMapping("/{login}/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take away the second factor of somebody you manage, who has lost the telephone")
    void reset(@PathVariable String login) {
        rules.reset(login, CurrentUser.get());
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.audit.AuditTrail;
import org.ticketingos.audit.Verification;

@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasAnyRole('CLIENT', 'SUPERVISOR', 'ADMIN')")
@Tag(name = "Audit", description = "Proof that the history was not changed.")
class AuditApi {

    private final AuditTrail trail;

    AuditApi(AuditTrail trail) {
        this.trail = trail;
    }

    /** The whole answer, and one chain per client. */
    record ProofJson(boolean intact, List<ChainJson> chains) {}

    /**
     * One client's chain.
     *
     * @param firstBadEntry sequence number of the first entry that does not fit; null when all do
     */
    record ChainJson(
            String client, long entries, boolean intact, @Nullable Long firstBadEntry, @Nullable String finding) {

        static ChainJson of(Verification chain) {
            return new ChainJson(
                    chain.client().value(),
                    chain.entries(),
                    chain.intact(),
                    chain.firstBreak().map(Verification.Break::seq).orElse(null),
                    chain.firstBreak().map(Verification.Break::what).orElse(null));
        }
    }

    @GetMapping("/verify")
    @Operation(summary = "Read every chain you may see from its first entry and check each link")
    ProofJson verify() {
        CurrentUser who = CurrentUser.get();
        List<ChainJson> chains = (who.client() == null ? trail.verifyAll() : List.of(trail.verify(who.client())))
                .stream().map(ChainJson::of).toList();
        return new ProofJson(chains.stream().allMatch(ChainJson::intact), chains);
    }
}

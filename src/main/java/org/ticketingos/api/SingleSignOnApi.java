package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.SsoPeople;

@RestController
@RequestMapping("/api/v1/single-sign-on")
@PreAuthorize("hasAnyRole('CLIENT', 'ADMIN')")
@Tag(name = "Single sign-on", description = "Who people are at the provider they log in with.")
class SingleSignOnApi {

    private final SsoPeople people;

    SingleSignOnApi(SsoPeople people) {
        this.people = people;
    }

    @PostMapping("/{login}/forget")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget who somebody you manage is at the provider; their next log-in there is matched anew")
    void forget(@PathVariable String login) {
        people.forget(login, CurrentUser.get());
    }
}

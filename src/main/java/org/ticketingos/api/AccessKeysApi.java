package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.ticketingos.access.AccessKeys;
import org.ticketingos.access.CurrentUser;

@RestController
@RequestMapping("/api/v1/access-keys")
@PreAuthorize("hasAnyRole('CLIENT', 'AGENT', 'REVIEWER', 'SUPERVISOR', 'FINANCE', 'ANALYST', 'ADMIN')")
@Tag(name = "Access keys", description = "What programs of people with a second factor log in with.")
class AccessKeysApi {

    private final AccessKeys keys;

    AccessKeysApi(AccessKeys keys) {
        this.keys = keys;
    }

    record NameJson(@Nullable String name) {}

    /** @param key shown this once; use it in place of the password */
    record KeyJson(String key) {}

    @GetMapping
    @Operation(summary = "Your access keys, without the keys themselves")
    Listing<AccessKeys.AccessKey> list() {
        return Listing.whole(keys.of(CurrentUser.get()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a key for a program; shown this once, good for a year. Needs a fresh code")
    KeyJson make(@RequestBody NameJson wanted) {
        return new KeyJson(keys.make(wanted.name() == null ? "" : wanted.name(), CurrentUser.get()));
    }

    @PostMapping("/{id}/delete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a key; programs that use it are locked out at once")
    void delete(@PathVariable UUID id) {
        keys.delete(id, CurrentUser.get());
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Brand;
import org.ticketingos.client.Brands;
import org.ticketingos.client.ClientId;

@RestController
@RequestMapping("/api/v1/brand")
@PreAuthorize("hasRole('CLIENT')")
@Tag(name = "People")
class BrandApi {

    private final Brands brands;

    BrandApi(Brands brands) {
        this.brands = brands;
    }

    /** @param colour {@code #1a2b3c}; one on which white text is unreadable is darkened */
    record BrandJson(@Nullable @Size(max = 60) String name, @Nullable @Size(max = 20) String colour, boolean logo) {
        static BrandJson of(Brand brand) {
            return new BrandJson(brand.name(), brand.colour().hex(), brand.logo().length > 0);
        }
    }

    @GetMapping
    @Operation(summary = "Name and colour your company's portal carries")
    BrandJson brand() {
        return BrandJson.of(brands.of(client(CurrentUser.get())));
    }

    @PutMapping
    @Operation(summary = "Change name and colour; what is left out stays")
    BrandJson change(@Valid @RequestBody BrandJson wanted) {
        CurrentUser who = CurrentUser.get();
        who.needs(ClientRole.ADMINISTRATOR);
        Brand now = brands.of(client(who));
        brands.save(
                client(who),
                wanted.name() == null ? now.name() : wanted.name(),
                wanted.colour() == null ? now.colour().hex() : wanted.colour(),
                who.login());
        return brand();
    }

    private static ClientId client(CurrentUser who) {
        return Objects.requireNonNull(who.client());
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.client.PublicHolidays;

@RestController
@RequestMapping("/api/v1/public-holidays")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Business calendars")
class PublicHolidaysApi {

    private static final int YEARS = 5;

    private final PublicHolidays holidays;
    private final Clock clock;

    PublicHolidaysApi(PublicHolidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    record PublicHolidayJson(LocalDate day, String name) {}

    @GetMapping("/countries")
    @Operation(summary = "Countries whose public holidays are known, by code")
    Map<String, String> countries() {
        return holidays.countries();
    }

    @GetMapping
    @Operation(summary = "Public holidays of a country, and of one of its parts, in a year; a proposal, nothing more")
    Listing<PublicHolidayJson> of(
            @RequestParam(defaultValue = "in") String country,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable Integer year) {
        int now = LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear();
        int asked = year == null ? now : year;
        if (Math.abs(asked - now) > YEARS) {
            throw new BadInput("\"year\" is at most %d years from now.".formatted(YEARS));
        }
        if (!holidays.countries().containsKey(country) || part != null && !holidays.parts(country).containsKey(part)) {
            throw new NotThere("country or part of it");
        }
        return Listing.whole(holidays.of(country, part, Year.of(asked)).stream()
                .map(one -> new PublicHolidayJson(one.day(), one.name()))
                .toList());
    }
}

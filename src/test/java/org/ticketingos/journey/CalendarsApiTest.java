package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.ticketingos.access.Scope;
import org.ticketingos.audit.AuditEntry;
import org.ticketingos.audit.AuditTrail;
import org.ticketingos.client.ClientId;

/** What the screens of calendars and of the ladder can do, programs can do; each change is in the audit. */
class CalendarsApiTest extends WholeApplication {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final List<Map<String, String>> MONDAYS =
            List.of(Map.of("day", "MONDAY", "opens", "09:00", "closes", "18:00"));

    @Autowired
    AuditTrail trail;

    @Test
    void a_calendar_is_opened_changed_tried_put_in_force_and_taken_back() {
        String name = "Site " + System.nanoTime();
        Api.Answer opened = as("admin").post("/api/v1/calendars", Map.of(
                "name", name, "zone", "Asia/Kolkata", "blocks", MONDAYS, "holidays", List.of(), "reason", "A new site"));
        assertThat(opened.status()).isEqualTo(201);
        String calendar = "/api/v1/calendars/" + opened.body().path("id").asText();
        LocalDate from = LocalDate.now(INDIA).plusDays(30);
        LocalDate monday = from.plusDays(Math.floorMod(1 - from.getDayOfWeek().getValue(), 7));
        Map<String, Object> plan = Map.of(
                "from", from.toString(), "blocks", MONDAYS, "reason", "Closed on a Monday",
                "holidays", List.of(Map.of("day", monday.toString(), "name", "Founder's Day", "list", "SITE")));

        JsonNode due = as("admin").post(calendar + "/try", Map.of(
                        "from", from.toString(), "blocks", plan.get("blocks"), "holidays", plan.get("holidays"),
                        "start", monday.atTime(9, 0).atZone(INDIA).toInstant().toString(), "minutes", 60))
                .body();
        assertThat(due.path("before").asText()).isEqualTo(monday.atTime(10, 0).atZone(INDIA).toInstant().toString());
        assertThat(due.path("after").asText())
                .isEqualTo(monday.plusWeeks(1).atTime(10, 0).atZone(INDIA).toInstant().toString());
        assertThat(as("admin").post(calendar + "/moves", plan).body().path("tickets").asInt()).isZero();

        int number = as("admin").post(calendar + "/proposals", plan).body().path("number").asInt();
        assertThat(as("admin").get(calendar).body().path("proposals")).hasSize(1);
        assertThat(as("admin").post(calendar + "/proposals/" + number + "/confirm", Map.of()).status()).isEqualTo(204);
        assertThat(as("admin").get(calendar).body().path("versions")).hasSize(2);
        assertThat(as("admin").post(calendar + "/versions/" + from + "/withdraw", Map.of("reason", "Off")).status())
                .isEqualTo(204);
        assertThat(as("admin").get(calendar).body().path("versions")).hasSize(1);

        assertThat(audited(opened.body().path("id").asText())).containsExactlyInAnyOrder(
                "calendar-opened", "calendar-version-proposed", "calendar-version-in-force", "calendar-version-withdrawn");
    }

    @Test
    void bad_hours_are_refused_in_words_and_only_administrators_get_in() {
        Api.Answer past = as("admin").post("/api/v1/calendars/india-office/proposals", Map.of(
                "from", "2020-01-01", "blocks", MONDAYS, "holidays", List.of(), "reason", "Too late"));
        assertThat(past.status()).isEqualTo(409);
        assertThat(past.body().path("detail").asText()).startsWith("New hours hold from tomorrow");
        assertThat(as("supervisor").get("/api/v1/calendars").status()).isEqualTo(403);
        assertThat(as("admin").get("/api/v1/calendars/moon").status()).isEqualTo(404);
        assertThat(as("admin").get("/api/v1/public-holidays?country=in&year=" + LocalDate.now(INDIA).plusYears(1).getYear())
                .body().path("items")).isNotEmpty();
    }

    @Test
    void the_ladder_is_tried_and_internal_clocks_are_read_by_our_own_people_only() {
        for (String address : List.of("/api/v1/ladder/promises?days=7&targetPercent=50", "/api/v1/ladder/idle?percent=50",
                "/api/v1/internal-clocks/late")) {
            assertThat(as("supervisor").get(address).status()).as(address).isEqualTo(200);
            assertThat(as("agent").get(address).status()).as(address).isEqualTo(403);
            assertThat(as("client").get(address).status()).as(address).isEqualTo(403);
        }
        assertThat(as("supervisor").get("/api/v1/ladder/promises?targetPercent=5").body().path("detail").asText())
                .isEqualTo("Try targets of 10 to 500 % of the table's.");
    }

    private List<String> audited(String calendar) {
        List<AuditEntry> entries = Scope.system(() -> trail.entries(ClientId.HOUSE, Long.MAX_VALUE, 200));
        return entries.stream()
                .filter(entry -> entry.payload().contains("\"" + calendar + "\""))
                .map(AuditEntry::event)
                .toList();
    }
}

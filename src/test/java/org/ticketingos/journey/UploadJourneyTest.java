package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A client hands in many files by the API and follows each of them through the running product. */
class UploadJourneyTest extends WholeApplication {

    private static final String BORDER = "a-border-between-parts";

    @Test
    void files_are_collected_sent_once_and_followed_one_by_one() {
        Api client = as("client");
        JsonNode upload = client.post("/api/v1/uploads", Map.of(
                "subject", "Scans of the week", "text", "Please enter these invoices.", "serviceLine", "data-entry")).body();
        String address = "/api/v1/uploads/" + upload.path("id").asText();
        List<String> contents = IntStream.rangeClosed(1, 40).mapToObj(n -> "Scan of the week " + n).toList();
        assertThat(add(client, address, contents).path("taken").asInt()).isEqualTo(40);
        JsonNode again = add(client, address, contents);
        assertThat(again.path("known").asInt()).isEqualTo(40);
        assertThat(again.path("taken").asInt()).isZero();
        assertThat(client.get(address).body().path("files").path("COLLECTED").asInt()).isEqualTo(40);

        String ticket = client.post(address + "/send", Map.of()).body().path("ticket").asText();
        assertThat(client.post(address + "/send", Map.of()).body().path("ticket").asText()).isEqualTo(ticket);
        DataEntryWalk walk = new DataEntryWalk(this::as, ticket);
        walk.triage();
        walk.keying();

        JsonNode counts = Api.eventually(() -> Optional.of(client.get(address).body().path("files"))
                .filter(files -> files.path("BEING_WORKED").asInt() == 1), "one paper being worked on");
        assertThat(counts.path("CANNOT_BE_READ").asInt()).as("plain text is keyed by hand").isEqualTo(39);
        assertThat(names(client, address + "/files?limit=15&state=CANNOT_BE_READ")).hasSize(39).doesNotHaveDuplicates();
        assertThat(names(as("agent"), "/api/v1/tickets/" + ticket + "/papers?limit=15")).hasSize(40);
        assertThat(names(client, address + "/files?q=SCAN-40")).containsExactly("scan-40.txt");
        assertThat(client.get("/api/v1/tickets/" + ticket + "/papers/counts").body().path("total").asInt()).isEqualTo(40);

        JsonNode late = client.post("/api/v1/uploads", Map.of("subject", "By mistake once more")).body();
        JsonNode known = add(client, "/api/v1/uploads/" + late.path("id").asText(), contents.subList(0, 3));
        assertThat(known.path("known").asInt()).isEqualTo(3);
        assertThat(known.path("files").path(0).path("ticket").asText(known.toString())).contains(ticket);
        assertThat(client.post("/api/v1/uploads/" + late.path("id").asText() + "/send", Map.of()).status()).isEqualTo(409);
        strangers(address);
    }

    private void strangers(String address) {
        Api stranger = as("client2");
        assertThat(stranger.get(address).status()).isEqualTo(404);
        assertThat(stranger.get(address + "/files").status()).isEqualTo(404);
        assertThat(stranger.post(address + "/send", Map.of()).status()).isEqualTo(404);
        assertThat(stranger.send("DELETE", address, "application/json", "").status()).isEqualTo(404);
        assertThat(stranger.send("POST", address + "/files", "multipart/form-data; boundary=" + BORDER,
                parts(List.of("x"))).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/uploads").text()).doesNotContain("Scans of the week");
    }

    private static JsonNode add(Api api, String address, List<String> contents) {
        return api.send("POST", address + "/files", "multipart/form-data; boundary=" + BORDER, parts(contents)).body();
    }

    private static String parts(List<String> contents) {
        StringBuilder parts = new StringBuilder();
        for (String content : contents) {
            String name = "scan-" + content.replaceAll("\\D", "") + ".txt";
            parts.append("--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BORDER, name, content));
        }
        return parts + "--" + BORDER + "--\r\n";
    }

    /** Page after page. */
    private static List<String> names(Api api, String address) {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get(address + next).body();
            page.path("items").forEach(file -> names.add(file.path("name").asText()));
            next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
        } while (!next.isEmpty());
        return names;
    }
}

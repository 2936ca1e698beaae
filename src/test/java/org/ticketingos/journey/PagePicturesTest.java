package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ticketingos.document.PdfWriter;

/** The pictures of pages have one address for everybody, and open for those only who may see the document. */
class PagePicturesTest extends WholeApplication {

    @Test
    void a_page_is_drawn_for_its_people_kept_by_the_browser_and_unknown_to_everybody_else() {
        String address = base() + "/papers/" + document() + "/1.png";
        try (Browser browser = Browser.open()) {
            APIResponse first = as(browser, "agent", address, RequestOptions.create());
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.headers()).containsEntry("content-type", "image/png");
            assertThat(first.headers().get("cache-control")).contains("private").contains("no-cache");
            assertThat(first.body()).startsWith(0x89, 'P', 'N', 'G');

            String version = first.headers().get("etag");
            RequestOptions again = RequestOptions.create().setHeader("If-None-Match", version);
            assertThat(as(browser, "client", address, again).status()).isEqualTo(304);
            assertThat(as(browser, "client2", address, again).status()).isEqualTo(404);
            assertThat(as(browser, "client2", address, RequestOptions.create()).status()).isEqualTo(404);

            Person nobody = new Person(browser, base());
            APIResponse refused = nobody.page.request().get(address);
            assertThat(refused.url()).endsWith("/login");
            assertThat(refused.headers().get("content-type")).startsWith("text/html");
        }
    }

    private APIResponse as(Browser browser, String login, String address, RequestOptions options) {
        Person person = new Person(browser, base());
        person.logsIn(login);
        return person.page.request().get(address, options);
    }

    private String document() {
        byte[] pdf = new PdfWriter().fromHtml("<html><body><h1>Invoice PP/1</h1></body></html>");
        String number = as("client")
                .post("/api/v1/tickets", Map.of(
                        "subject", "Invoice PP/1 to be entered",
                        "text", "Please enter it.",
                        "attachments", List.of(Map.of(
                                "name", "pp-1.pdf",
                                "mediaType", "application/pdf",
                                "content", Base64.getEncoder().encodeToString(pdf)))))
                .body()
                .path("number")
                .asText();
        return as("client")
                .get("/api/v1/tickets/" + number + "/documents")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}

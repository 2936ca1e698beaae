package org.ticketingos.delivery.dataentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.jsonPath;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.method;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.Office;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.ticket.TicketId;

class RestErpTest {

    private final WorkItem item = new WorkItem(
            UUID.randomUUID(), new TicketId(UUID.randomUUID()), new ClientId("acme"), 1, "invoice", null, "RECORDED",
            Office.fields("Bharat Paper Ltd", "BP-1", "118.00"), "amy", Office.MORNING);
    private final RestClient.Builder builder = RestClient.builder().baseUrl("http://erp.example");
    private final MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
    private final RestErp erp = new RestErp(builder.build());

    @Test
    void a_document_is_posted_under_its_key() {
        server.expect(requestTo("http://erp.example/entries"))
                .andExpect(method(HttpMethod.POST))
                .andExpect(header("Idempotency-Key", "acme|invoice|bharat paper|BP1|118.00"))
                .andExpect(jsonPath("$.total").value(118.00))
                .andExpect(jsonPath("$.documentDate").value("2026-01-20"))
                .andRespond(withSuccess("{\"number\":\"4711\",\"period\":1}", MediaType.APPLICATION_JSON));

        assertThat(erp.post(Entry.of(item, 1, null))).isEqualTo(new Erp.Answer(true, "4711"));
        server.verify();
    }

    @Test
    void a_refusal_keeps_the_words_of_the_erp() {
        server.expect(requestTo("http://erp.example/entries")).andRespond(withStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .contentType(MediaType.APPLICATION_JSON).body("{\"reason\":\"Period 2026-01 is closed\"}"));

        assertThat(erp.post(Entry.of(item, 1, null))).isEqualTo(new Erp.Answer(false, "Period 2026-01 is closed"));
    }

    @Test
    void a_fault_is_no_refusal_but_tried_again() {
        server.expect(requestTo("http://erp.example/entries")).andRespond(withServerError());

        assertThatThrownBy(() -> erp.post(Entry.of(item, 1, null))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_is_booked_can_be_asked_for() {
        server.expect(requestTo("http://erp.example/entries?reference=" + item.id())).andRespond(withSuccess(
                "[{\"number\":\"4711\",\"currency\":\"INR\",\"total\":118.00}]", MediaType.APPLICATION_JSON));

        assertThat(erp.booked(item.id())).singleElement().extracting(Erp.Booked::number).isEqualTo("4711");
    }
}

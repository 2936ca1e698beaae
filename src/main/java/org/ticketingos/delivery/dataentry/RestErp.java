package org.ticketingos.delivery.dataentry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * An ERP behind HTTP: {@code POST /entries} with an {@code Idempotency-Key} answers with a number, or with 409 or 422
 * and a reason; {@code GET /entries?reference=} lists what is booked. Any other answer is a fault and tried again.
 */
class RestErp implements Erp {

    private static final ParameterizedTypeReference<List<Booked>> BOOKED = new ParameterizedTypeReference<>() {};

    private final RestClient client;

    RestErp(RestClient client) {
        this.client = client;
    }

    private record Posted(@Nullable String number) {}

    private record Refused(@Nullable String reason) {}

    @Override
    public Answer post(Entry entry) {
        try {
            Posted posted = client.post()
                    .uri("/entries")
                    .header("Idempotency-Key", entry.key())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body(entry))
                    .retrieve()
                    .body(Posted.class);
            if (posted == null || posted.number() == null) {
                throw new IllegalStateException("the ERP took " + entry.reference() + " without giving a number");
            }
            return new Answer(true, posted.number());
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.UnprocessableEntity refused) {
            Refused body = refused.getResponseBodyAs(Refused.class);
            String reason = body == null || body.reason() == null ? "no reason given" : body.reason();
            return new Answer(false, reason);
        }
    }

    private static Map<String, Object> body(Entry entry) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("client", entry.client().value());
        body.put("reference", entry.reference());
        body.put("revision", entry.revision());
        body.put("replaces", entry.replaces());
        body.put("type", entry.type());
        body.put("vendor", entry.vendor());
        body.put("documentNumber", entry.documentNumber());
        body.put("documentDate", Objects.toString(entry.documentDate(), null));
        body.put("ledgerCode", entry.ledgerCode());
        body.put("currency", entry.currency());
        body.put("net", entry.net());
        body.put("tax", entry.tax());
        body.put("total", entry.total());
        return body;
    }

    @Override
    public List<Booked> booked(UUID reference) {
        List<Booked> booked = client.get()
                .uri(uri -> uri.path("/entries").queryParam("reference", reference).build())
                .retrieve()
                .body(BOOKED);
        return booked == null ? List.of() : booked;
    }
}

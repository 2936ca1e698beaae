package org.ticketingos.delivery.dataentry;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import org.ticketingos.gate.GateFacts;

/** Chooses the ERP, and declares what the gate may look at. */
@Configuration(proxyBeanMethods = false)
class DataEntryBeans {

    /** Longer than an ERP needs, shorter than a step may take (30 s). */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    GateFacts dataEntryGateFacts() {
        return GateFacts.of("data-entry-gates", KeyedDocument.class, KeyedTicket.class);
    }

    @Bean
    Erp erp(
            JdbcClient jdbc,
            Clock clock,
            @Value("${ticketingos.erp.url:}") String url,
            @Value("${ticketingos.erp.token:}") String token) {
        if (url.isBlank()) {
            return new LedgerErp(jdbc, clock);
        }
        var connection = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        connection.setReadTimeout(PATIENCE);
        RestClient.Builder client = RestClient.builder().baseUrl(url).requestFactory(connection);
        if (!token.isBlank()) {
            client.defaultHeader("Authorization", "Bearer " + token);
        }
        return new RestErp(client.build());
    }
}

package org.ticketingos.delivery.dataentry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ticketingos.gate.GateFacts;

/** What the rules of {@code data-entry-gates} may look at. */
@Configuration(proxyBeanMethods = false)
class DataEntryGate {

    @Bean
    GateFacts dataEntryGateFacts() {
        return GateFacts.of("data-entry-gates", KeyedDocument.class, KeyedTicket.class);
    }
}

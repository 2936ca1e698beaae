package org.ticketingos.quality;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ticketingos.gate.GateFacts;

/** What the rules of {@code quality-gates} may look at. */
@Configuration(proxyBeanMethods = false)
class QualityGate {

    @Bean
    GateFacts qualityGateFacts() {
        return GateFacts.of("quality-gates", Sample.class);
    }
}

package org.ticketingos.api;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much a program may send as JSON: as much as in parts, with one file of the largest size in Base64. */
@Configuration(proxyBeanMethods = false)
class BodyLimits {

    /** Base64 with line breaks (RFC 2045, 6.8): 78 characters for 57 bytes. */
    private static final int LONGEST_TEXT = (Requests.LARGEST_FILE / 57 + 1) * 78;

    @Bean
    Jackson2ObjectMapperBuilderCustomizer boundedJson(
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxStringLength(LONGEST_TEXT)
                .maxDocumentLength(largest.toBytes())
                .build();
        return builder -> builder.postConfigurer(
                (ObjectMapper json) -> json.getFactory().setStreamReadConstraints(limits));
    }
}

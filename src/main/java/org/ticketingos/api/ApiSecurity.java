package org.ticketingos.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.ticketingos.access.ApiCall;
import org.ticketingos.access.CodeMissing;
import org.ticketingos.access.CodeRefused;

/**
 * Programs log in with each call (HTTP Basic) as the same users as people, with the same rights; where there is a second
 * factor, with an access key in place of the password.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class ApiSecurity {

    private final ObjectMapper json;

    ApiSecurity(ObjectMapper json) {
        this.json = json;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(request -> request.requestMatchers("/v3/api-docs", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers("/v3/api-docs.yaml")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationDetailsSource(ApiCall::of)
                        .authenticationEntryPoint((request, response, refused) -> refuse(response, refused)))
                .exceptionHandling(errors -> errors.accessDeniedHandler(
                        (request, response, refused) -> answer(response, 403, "You may not do this.")))
                .headers(Customizer.withDefaults())
                .build();
    }

    /** Else an unknown call would be answered with the page of the screens. Last, so that known ones come first. */
    @Bean
    SimpleUrlHandlerMapping unknownCalls() {
        HttpRequestHandler nothing = (request, response) -> answer(response, 404, "There is no such call.");
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), Ordered.LOWEST_PRECEDENCE - 100);
    }

    private void refuse(HttpServletResponse response, AuthenticationException refused) throws IOException {
        if (refused instanceof LockedException) {
            answer(response, 429, "Too many wrong passwords. Try again in five minutes.");
        } else if (refused instanceof CodeRefused code && code.waits()) {
            answer(response, 429, "Too many wrong codes. Try again in five minutes.");
        } else {
            response.setHeader("WWW-Authenticate", "Basic realm=\"TicketingOS\"");
            answer(response, 401, sentence(refused));
        }
    }

    private static String sentence(AuthenticationException refused) {
        if (refused instanceof CodeRefused) {
            return "The code in " + ApiCall.HEADER + " is wrong, too old, or was used already.";
        }
        if (refused instanceof CodeMissing missing) {
            return missing.toSetUp()
                    ? "Your role asks for a second factor. Log in on the screen once and set it up."
                    : "You have a second factor, so your password alone is not enough. Use an access key in its place"
                            + " (My profile, Access keys), or send a code of your second factor as " + ApiCall.HEADER + ".";
        }
        return "Log in with your name and password.";
    }

    private void answer(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), Map.of("type", "about:blank", "status", status, "detail", sentence));
    }
}

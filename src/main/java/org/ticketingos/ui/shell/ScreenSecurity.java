package org.ticketingos.ui.shell;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.ticketingos.access.LogInSteps;

/** Every screen asks who you are, but for the log-in page and the pages a signed link opens. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain screens(HttpSecurity http, LogInSteps steps) throws Exception {
        http.authorizeHttpRequests(request -> request.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/icons/**", "/favicon.ico", "/favicon.svg")
                        .permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login", "/login"));
        steps.guard(http, VaadinSavedRequestAwareAuthenticationSuccessHandler.class);
        return http.build();
    }
}

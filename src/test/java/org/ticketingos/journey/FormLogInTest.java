package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.CsrfToken;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.Users;

/** The log-in page asks the same guard as the API, once for each try. */
class FormLogInTest extends WholeApplication {

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Autowired
    Users users;

    @Test
    void five_wrong_passwords_are_five_tries_and_then_even_the_right_one_waits() throws Exception {
        String login = "typist" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> users.add(
                new Users.User(login, "Tina Typist", login + "@ticketingos.example", Set.of(Role.AGENT), null, Set.of(),
                        true),
                "right-password"));

        for (int i = 0; i < 4; i++) {
            assertThat(answer(login, "wrong-" + i)).contains("/login?error");
        }
        assertThat(answer(login, "right-password")).doesNotContain("/login");
        for (int i = 0; i < 5; i++) {
            assertThat(answer(login, "wrong-" + i)).contains("/login?error");
        }
        assertThat(answer(login, "right-password")).contains("/login?error");
    }

    /** Where the browser is sent after the form. */
    private String answer(String login, String password) throws ServletException, IOException {
        MockHttpSession session = new MockHttpSession();
        AtomicReference<CsrfToken> token = new AtomicReference<>();
        MockHttpServletRequest page = request("GET", session);
        security.doFilter(page, new MockHttpServletResponse(), (request, response) -> {
            CsrfToken drawn = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            drawn.getToken();
            token.set(drawn);
        });
        MockHttpServletRequest form = request("POST", session);
        form.addParameter("username", login);
        form.addParameter("password", password);
        form.addParameter(token.get().getParameterName(), token.get().getToken());
        MockHttpServletResponse answer = new MockHttpServletResponse();
        security.doFilter(form, answer, (request, response) -> {});
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private static MockHttpServletRequest request(String method, MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/login");
        request.setServletPath("/login");
        request.setSession(session);
        return request;
    }
}

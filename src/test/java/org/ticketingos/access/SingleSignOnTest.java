package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.ticketingos.Wired;
import org.ticketingos.access.Users.User;

/** Out to a real provider and back through the real filters. */
class SingleSignOnTest {

    private static final List<String> TOLD = new ArrayList<>();
    private static final FakeProvider PROVIDER = new FakeProvider();
    private static final AnnotationConfigApplicationContext BEANS = start();
    private static final Filter SECURITY = BEANS.getBean("springSecurityFilterChain", Filter.class);

    private final MockHttpSession session = new MockHttpSession();
    private String login = "";
    private String subject = "";

    @AfterAll
    static void stop() {
        PROVIDER.close();
        BEANS.close();
    }

    @BeforeEach
    void somebody_known_here_and_there() {
        TOLD.clear();
        PROVIDER.honest();
        BEANS.getBean(Wired.Hands.class).set(Clock.systemUTC().instant());
        login = person(true, null);
        subject = UUID.randomUUID().toString();
        PROVIDER.is(subject, mail(login).toUpperCase(), true);
    }

    @Test
    void somebody_with_a_verified_address_comes_in_with_the_roles_we_keep() throws Exception {
        String before = session.getId();

        assertThat(throughProvider()).doesNotContain("/login");

        SecurityContext in = context();
        assertThat(in.getAuthentication().getName()).isEqualTo(login);
        assertThat(in.getAuthentication().getPrincipal()).isInstanceOf(Account.class);
        assertThat(in.getAuthentication().getAuthorities()).extracting(Object::toString).containsExactly("ROLE_FINANCE");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(TOLD).containsExactly("sso-linked");
    }

    @Test
    void afterwards_the_subject_counts_and_no_longer_the_address() throws Exception {
        throughProvider();
        PROVIDER.is(subject, "married@elsewhere.example", false);
        assertThat(throughProvider()).doesNotContain("/login");
        assertThat(who()).isEqualTo(login);

        PROVIDER.is("the-next-owner-of-the-address", mail(login), true);
        assertRefused("other");
        assertThat(TOLD).contains("refused");
    }

    @Test
    void nobody_unknown_unverified_ambiguous_or_switched_off_comes_in_and_nobody_is_made() throws Exception {
        int users = BEANS.getBean(Users.class).all().size();
        PROVIDER.is(subject, mail(login), false);
        assertRefused("mail");
        PROVIDER.is(subject, "stranger@elsewhere.example", true);
        assertRefused("nobody");
        person(true, mail(login));
        PROVIDER.is(subject, mail(login), true);
        assertRefused("twice");
        String off = person(false, null);
        PROVIDER.is(subject, mail(off), true);
        assertRefused("nobody");
        assertThat(BEANS.getBean(Users.class).all()).hasSize(users + 2);
    }

    @Test
    void whoever_is_switched_off_later_stays_out() throws Exception {
        throughProvider();
        Scope.system(() -> BEANS.getBean(JdbcClient.class)
                .sql("update app_user set active = false where login = ?").param(login).update());

        assertRefused("off");
    }

    @Test
    void a_token_signed_by_another_is_refused() throws Exception {
        PROVIDER.signsWithAnotherKey();
        assertRefused("refused");
    }

    @Test
    void a_token_for_another_session_another_application_of_another_issuer_or_too_old_is_refused() throws Exception {
        PROVIDER.spoils(claims -> claims.claim("nonce", "of-another-session"));
        assertRefused("refused");
        PROVIDER.spoils(claims -> claims.claim("nonce", null));
        assertRefused("refused");
        PROVIDER.spoils(claims -> claims.audience("another-application"));
        assertRefused("refused");
        PROVIDER.spoils(claims -> claims.issuer("https://accounts.evil.example"));
        assertRefused("refused");
        PROVIDER.spoils(claims -> claims
                .issueTime(Date.from(Instant.now().minusSeconds(900)))
                .expirationTime(Date.from(Instant.now().minusSeconds(600))));
        assertRefused("refused");
        PROVIDER.honest();
        assertThat(throughProvider()).doesNotContain("/login");
    }

    @Test
    void an_answer_nobody_asked_for_is_refused() throws Exception {
        Map<String, String> asked = leave();
        String back = PROVIDER.back(asked);

        assertThat(get(back, new MockHttpSession())).as("in another browser").endsWith("sso=refused");
        assertThat(get(back.replaceAll("state=.*", "state=guessed"), session)).endsWith("sso=refused");
        leave();
        assertThat(get(back, session)).as("of an earlier try").endsWith("sso=refused");
        assertThat(context()).isNull();
    }

    @Test
    void the_code_is_bound_to_us_by_a_proof_key() throws Exception {
        Map<String, String> asked = leave();
        assertThat(asked).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", FakeProvider.CLIENT).containsKeys("state", "nonce", "code_challenge");
        Map<String, String> stolen = new HashMap<>(asked);
        stolen.put("code_challenge", "of-another");

        assertThat(get(PROVIDER.back(stolen), session)).endsWith("sso=refused");
    }

    @Test
    void whoever_turns_back_at_the_provider_reads_so() throws Exception {
        Map<String, String> asked = leave();

        assertThat(get(asked.get("redirect_uri") + "?error=access_denied&state=" + asked.get("state"), session))
                .endsWith("sso=cancelled");
    }

    @Test
    void a_second_factor_of_ours_is_asked_for_all_the_same() throws Exception {
        Phone phone = Phone.of(
                login, BEANS.getBean(SecondFactors.class), BEANS.getBean(Wired.Hands.class), new ArrayList<>());

        assertThat(throughProvider()).endsWith("/login/code");
        assertThat(context()).isNull();
        assertThat(HalfLoggedIn.of(session, BEANS.getBean(Wired.Hands.class).instant()).orElseThrow().draft()).isNull();
        assertThat(BEANS.getBean(SecondFactors.class).check(login, phone.code(0))).isEqualTo(SecondFactors.Outcome.RIGHT);
    }

    @Test
    void who_manages_a_person_has_the_link_forgotten() throws Exception {
        CurrentUser admin = new CurrentUser("our-admin", "Anita", Set.of(Role.ADMIN), null, Set.of());
        CurrentUser agent = new CurrentUser("agent", "Amy", Set.of(Role.AGENT), null, Set.of());
        throughProvider();
        SsoPeople people = BEANS.getBean(SsoPeople.class);

        assertThatThrownBy(() -> people.forget(login, agent)).hasMessageContaining("not yours");
        people.forget(login, admin);

        assertThatThrownBy(() -> people.forget(login, admin)).hasMessageContaining("has not logged in");
        assertThat(TOLD).containsExactly("sso-linked", "sso-unlinked");
        PROVIDER.is("a-new-subject", mail(login), true);
        assertThat(throughProvider()).doesNotContain("/login");
    }

    @Test
    void a_provider_that_is_away_keeps_nobody_from_the_password() throws Exception {
        SsoSettings settings = new SsoSettings("http://localhost:1", "us", "", "x", false);
        SsoDeparture departure = new SsoDeparture(
                new SsoProvider(settings),
                new org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository());
        MockHttpServletResponse answer = new MockHttpServletResponse();

        departure.doFilter(request("/login/sso", session), answer, (asked, answered) -> {});

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?sso=unreachable");
    }

    @Test
    void settings_that_cannot_be_safe_keep_the_application_from_starting() {
        assertThatThrownBy(() -> new SsoSettings("http://accounts.example", "us", "", "x", false))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> new SsoSettings("https://accounts.example", "", "", "x", false))
                .hasMessageContaining("client-id");
        assertThat(new SsoSettings("", "", "", "x", false).isOn()).isFalse();
    }

    private void assertRefused(String why) throws Exception {
        session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(throughProvider()).endsWith("/login?sso=" + why);
        assertThat(context()).isNull();
    }

    private String throughProvider() throws Exception {
        return get(PROVIDER.back(leave()), session);
    }

    /** What the browser is sent to the provider with. */
    private Map<String, String> leave() throws Exception {
        URI away = URI.create(get("/login/sso", session));
        assertThat(away.toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        return FakeProvider.parameters(away.getRawQuery());
    }

    private String get(String address, MockHttpSession session) throws Exception {
        URI uri = URI.create(address);
        MockHttpServletRequest request = request(uri.getPath(), session);
        if (uri.getRawQuery() != null) {
            request.setQueryString(uri.getRawQuery());
            FakeProvider.parameters(uri.getRawQuery()).forEach(request::setParameter);
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        SECURITY.doFilter(request, answer, (asked, answered) -> {});
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private static MockHttpServletRequest request(String path, MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        return request;
    }

    private @Nullable SecurityContext context() {
        return (SecurityContext) session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }

    private String who() {
        SecurityContext context = context();
        return context == null ? "nobody" : context.getAuthentication().getName();
    }

    private static String mail(String login) {
        return login + "@house.example";
    }

    private static String person(boolean active, @Nullable String mail) {
        String login = "sso" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> BEANS.getBean(Users.class).add(
                new User(login, login, mail == null ? mail(login) : mail, Set.of(Role.FINANCE), null, Set.of(), active),
                "secret-password"));
        return login;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Doors {

        @Bean
        SecurityFilterChain doors(HttpSecurity http, LogInSteps steps) throws Exception {
            http.authorizeHttpRequests(request -> request.anyRequest().authenticated());
            http.setSharedObject(
                    SavedRequestAwareAuthenticationSuccessHandler.class,
                    new SavedRequestAwareAuthenticationSuccessHandler());
            steps.guard(http, SavedRequestAwareAuthenticationSuccessHandler.class);
            return http.build();
        }
    }

    private static AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext beans = Wired.modules("org.ticketingos.access", "org.ticketingos.client");
        beans.register(Doors.class);
        beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                "ticketingos.secret-key", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=",
                "ticketingos.sso.issuer", PROVIDER.issuer(),
                "ticketingos.sso.client-id", FakeProvider.CLIENT,
                "ticketingos.sso.client-secret", FakeProvider.SECRET)));
        beans.refresh();
        beans.addApplicationListener(event -> {
            if (event instanceof AbstractAuthenticationFailureEvent) {
                TOLD.add("refused");
            } else if (event instanceof PayloadApplicationEvent<?> told
                    && told.getPayload() instanceof UserChanged change) {
                TOLD.add(change.what());
            }
        });
        return beans;
    }
}

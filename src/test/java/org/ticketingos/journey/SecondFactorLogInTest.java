package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.ticketingos.access.HalfLoggedIn;
import org.ticketingos.access.Phone;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.access.SecondFactors;
import org.ticketingos.access.Users;
import org.ticketingos.audit.AuditEntry;
import org.ticketingos.audit.AuditTrail;
import org.ticketingos.client.ClientId;

/** Through the real doors: after the password the code, on the screen and for programs. */
class SecondFactorLogInTest extends WholeApplication {

    private static final String PASSWORD = "right-password";

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @Autowired
    @Qualifier("runningSessions")
    Filter sessions;

    @Autowired
    Users users;

    @Autowired
    SecondFactors factors;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    private final List<String> recovery = new ArrayList<>();

    @Test
    void the_right_password_leads_to_the_code_and_only_the_code_leads_in() throws Exception {
        String login = person(Role.AGENT);
        Phone phone = Phone.of(login, factors, Clock.systemUTC(), recovery);
        MockHttpSession session = new MockHttpSession();

        assertThat(post("/login", session, true, Map.of("username", login, "password", "wrong"))).contains("?error");
        assertThat(post("/login", session, true, Map.of("username", login, "password", PASSWORD))).endsWith("/login/code");
        assertThat(who(session)).isNull();
        String before = session.getId();
        assertThat(post("/login/code", session, false, Map.of("code", phone.code(0)))).isEqualTo("403");
        assertThat(post("/login/code", session, true, Map.of("code", "000000"))).endsWith("error=access.second.wrong");
        assertThat(who(session)).isNull();
        String code = phone.code(0);
        assertThat(post("/login/code", session, true, Map.of("code", code))).doesNotContain("/login");

        assertThat(who(session)).isEqualTo(login);
        assertThat(session.getId()).as("nobody who knew the session's old name comes in along").isNotEqualTo(before);
        assertThat(post("/login/code", session, true, Map.of("code", phone.code(1)))).endsWith("/login?late");
        MockHttpSession replay = new MockHttpSession();
        post("/login", replay, true, Map.of("username", login, "password", PASSWORD));
        assertThat(post("/login/code", replay, true, Map.of("code", code))).endsWith("error=access.second.wrong");
        assertThat(post("/login/code", replay, true, Map.of("code", recovery.get(0)))).doesNotContain("/login");
        assertThat(audit(login)).contains("second-factor-on", "second-factor-failed", "recovery-code-used", "logged-in");
    }

    @Test
    void a_code_without_a_password_before_it_leads_nowhere() throws Exception {
        String login = person(Role.AGENT);
        Phone phone = Phone.of(login, factors, Clock.systemUTC(), recovery);

        assertThat(post("/login/code", new MockHttpSession(), true, Map.of("username", login, "code", phone.code(0))))
                .endsWith("/login?late");
    }

    @Test
    void whose_role_asks_for_one_sets_it_up_on_the_way_in_and_sees_the_recovery_codes() throws Exception {
        String login = person(Role.ANALYST);
        MockHttpSession before = new MockHttpSession();
        post("/login", before, true, Map.of("username", login, "password", PASSWORD));
        assertThat(who(before)).isEqualTo(login);
        Scope.system(() -> jdbc.sql("insert into second_factor_demand values ('ANALYST', 'admin', now())").update());
        try {
            visit(before);
            assertThat(before.isInvalid()).as("a session that began without one ends").isTrue();
            MockHttpSession session = new MockHttpSession();
            assertThat(post("/login", session, true, Map.of("username", login, "password", PASSWORD)))
                    .endsWith("/login/code");
            HalfLoggedIn half = HalfLoggedIn.of(session, Clock.systemUTC().instant()).orElseThrow();
            Phone phone = new Phone(half.draft().secret(), Clock.systemUTC());
            assertThat(post("/login/code", session, true, Map.of("code", "123"))).contains("error=");
            assertThat(post("/login/code", session, true, Map.of("code", phone.code(0)))).endsWith("/profile");
            visit(session);
            assertThat(session.isInvalid()).as("one that gave a code goes on").isFalse();
            assertThat(who(session)).isEqualTo(login);
            assertThat(HalfLoggedIn.takeCodes(session)).hasSize(10);
            assertThat(HalfLoggedIn.takeCodes(session)).isEmpty();
            Api.Answer refused = new Api(base(), "analyst", "demo").get("/api/v1/second-factor");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text()).contains("Log in on the screen once");
        } finally {
            Scope.system(() -> jdbc.sql("delete from second_factor_demand").update());
        }
    }

    @Test
    void programs_log_in_with_a_key_and_change_what_weighs_only_with_a_fresh_code() {
        String login = person(Role.ADMIN);
        String other = person(Role.AGENT);
        Api alone = new Api(base(), login, PASSWORD);
        String secret = alone.post("/api/v1/second-factor/begin", Map.of()).body().path("secret").asText();
        Phone phone = new Phone(secret, Clock.systemUTC());
        Phone.of(other, factors, Clock.systemUTC(), new ArrayList<>());
        Api.Answer on = alone.post("/api/v1/second-factor/confirm", Map.of("secret", secret, "code", phone.code(-1)));
        assertThat(on.status()).as(on.text()).isEqualTo(200);
        assertThat(on.body().path("recoveryCodes")).hasSize(10);

        Api.Answer refused = alone.get("/api/v1/second-factor");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("access key", "X-Second-Factor");
        assertThat(alone.post("/api/v1/access-keys", Map.of("name", "report"), "X-Second-Factor", "000000").text())
                .contains("wrong");
        Api.Answer made = alone.post(
                "/api/v1/access-keys", Map.of("name", "report"), "X-Second-Factor", phone.code(0));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        Api key = new Api(base(), login, made.body().path("key").asText());
        assertThat(key.get("/api/v1/second-factor").body().path("on").asBoolean()).isTrue();
        Api.Answer stale = key.post("/api/v1/second-factor/" + other + "/reset", Map.of());
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.body().path("needs").asText()).isEqualTo("X-Second-Factor");
        assertThat(factors.isOn(other)).isTrue();
        assertThat(key.post("/api/v1/second-factor/" + other + "/reset", Map.of(), "X-Second-Factor", phone.code(1))
                .status()).isEqualTo(204);
        assertThat(factors.isOn(other)).isFalse();
        assertThat(audit(login)).contains("access-key-made", "second-factor-reset");
        assertThat(mails(other)).anyMatch(text -> text.contains("an administrator has reset your second factor"));
        assertThat(mails(login)).hasSize(2).anyMatch(text -> text.contains("access key has been made"));
    }

    @Test
    void without_the_role_nobody_says_who_needs_one() {
        assertThat(as("supervisor").post("/api/v1/second-factor/demands", Map.of("roles", List.of("AGENT"))).status())
                .isEqualTo(403);
        assertThat(as("admin").post("/api/v1/second-factor/demands", Map.of("roles", List.of("ADMIN"))).text())
                .contains("Switch your own on first");
        assertThat(as("admin").get("/api/v1/second-factor/demands").body().path("roles")).isEmpty();
    }

    private List<String> mails(String login) {
        return Scope.system(() -> jdbc.sql("select body from message where recipient = ? and body like '%log-in name%'")
                .param(login + "@ticketingos.example")
                .query(String.class)
                .list());
    }

    private List<String> audit(String login) {
        return Scope.system(() -> trail.entries(ClientId.HOUSE, Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.actor().equals(login))
                .map(AuditEntry::event)
                .toList());
    }

    private String person(Role role) {
        String login = "factor" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> users.add(
                new Users.User(login, "Tina Typist", login + "@ticketingos.example", Set.of(role), null, Set.of(), true),
                PASSWORD));
        return login;
    }

    private static String who(MockHttpSession session) {
        Object known = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return known instanceof SecurityContext context ? context.getAuthentication().getName() : null;
    }

    private void visit(MockHttpSession session) throws Exception {
        security.doFilter(request("GET", "/login", session), new MockHttpServletResponse(),
                (asked, answer) -> sessions.doFilter(asked, answer, (end, nothing) -> {}));
    }

    /** Where the browser is sent after a form; the status where it is sent nowhere. */
    private String post(String path, MockHttpSession session, boolean ownForm, Map<String, String> fields)
            throws Exception {
        MockHttpServletRequest form = request("POST", path, session);
        fields.forEach(form::addParameter);
        if (ownForm) {
            AtomicReference<CsrfToken> token = new AtomicReference<>();
            security.doFilter(request("GET", "/login", session), new MockHttpServletResponse(), (asked, answer) -> {
                CsrfToken drawn = (CsrfToken) asked.getAttribute(CsrfToken.class.getName());
                drawn.getToken();
                token.set(drawn);
            });
            form.addParameter(token.get().getParameterName(), token.get().getToken());
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        security.doFilter(form, answer, (asked, answered) -> {});
        return answer.getStatus() == 302 ? String.valueOf(answer.getRedirectedUrl()) : String.valueOf(answer.getStatus());
    }

    private static MockHttpServletRequest request(String method, String path, MockHttpSession session) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setSession(session);
        return request;
    }
}

package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ticketingos.Wired;
import org.ticketingos.access.SecondFactors.Outcome;
import org.ticketingos.access.Users.User;

class SecondFactorTest {

    private static final String PASSWORD = "secret-password";
    private static final List<String> TOLD = new ArrayList<>();
    private static final AnnotationConfigApplicationContext BEANS = start();
    private static final Wired.Hands CLOCK = BEANS.getBean(Wired.Hands.class);
    private static final Users USERS = BEANS.getBean(Users.class);
    private static final SecondFactors FACTORS = BEANS.getBean(SecondFactors.class);
    private static final SecondFactorRules RULES = BEANS.getBean(SecondFactorRules.class);
    private static final AccessKeys KEYS = BEANS.getBean(AccessKeys.class);
    private static final FreshProof PROOF = BEANS.getBean(FreshProof.class);
    private static final LogIn LOG_IN = BEANS.getBean(LogIn.class);

    private final List<String> recovery = new ArrayList<>();
    private String login = "";
    private Phone phone = new Phone("", CLOCK);

    @BeforeEach
    void somebody_with_a_second_factor() {
        CLOCK.set(Instant.parse("2026-01-21T03:30:00Z"));
        login = person(Role.AGENT);
        phone = Phone.of(login, FACTORS, CLOCK, recovery);
        TOLD.clear();
    }

    @AfterEach
    void nobody_is_left() {
        LoggedIn.nobody();
        Scope.system(() -> BEANS.getBean(JdbcClient.class).sql("delete from second_factor_demand").update());
    }

    @Test
    void a_code_works_once_and_an_older_one_never_again() {
        assertThat(check(phone.code(0))).isEqualTo(Outcome.RIGHT);
        assertThat(check(phone.code(0))).isEqualTo(Outcome.WRONG);
        assertThat(check(phone.code(-1))).isEqualTo(Outcome.WRONG);
        assertThat(check(phone.code(1))).isEqualTo(Outcome.RIGHT);
        assertThat(TOLD).containsExactly("second-factor-failed", "second-factor-failed");
    }

    @Test
    void the_code_that_switched_it_on_is_used_up() {
        assertThat(check(phone.code(-1))).isEqualTo(Outcome.WRONG);
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_waits_and_so_does_each_further_guess() {
        for (int i = 0; i < 5; i++) {
            assertThat(check("000000")).isEqualTo(Outcome.WRONG);
        }
        assertThat(check(phone.code(0))).isEqualTo(Outcome.WAIT);
        assertThat(check(recovery.get(0))).isEqualTo(Outcome.WAIT);

        later(LogIn.WAIT);
        assertThat(check("000000")).isEqualTo(Outcome.WRONG);
        assertThat(check(phone.code(0))).isEqualTo(Outcome.WAIT);

        later(LogIn.WAIT);
        assertThat(check(phone.code(0))).isEqualTo(Outcome.RIGHT);
        assertThat(check("000000")).isEqualTo(Outcome.WRONG);
        assertThat(check(phone.code(1))).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void a_recovery_code_works_once_however_it_is_typed_and_the_database_does_not_know_it() {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(check(recovery.get(3).toLowerCase().replace('-', ' '))).isEqualTo(Outcome.RIGHT);
        assertThat(check(recovery.get(3))).isEqualTo(Outcome.WRONG);
        assertThat(FACTORS.of(login).orElseThrow().codesLeft()).isEqualTo(9);
        assertThat(TOLD).contains("recovery-code-used");
        String other = person(Role.AGENT);
        Phone.of(other, FACTORS, CLOCK, new ArrayList<>());
        assertThat(FACTORS.check(other, recovery.get(4))).isEqualTo(Outcome.WRONG);
        assertThat(Scope.system(() -> BEANS.getBean(JdbcClient.class)
                        .sql("select count(*) from recovery_code where code_hash = any (?)")
                        .param(recovery.toArray(String[]::new))
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void the_secret_is_sealed_for_its_person_and_lost_without_the_key() {
        byte[] sealed = sealed(login);
        Vault vault = BEANS.getBean(Vault.class);

        assertThat(vault.open(sealed, login)).hasValueSatisfying(open -> assertThat(open).hasSize(Totp.SECRET_BYTES));
        assertThat(vault.open(sealed, "somebody-else")).isEmpty();
        String another = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        assertThat(new Vault(another, "", Path.of("none")).open(sealed, login)).isEmpty();
        assertThatThrownBy(() -> new Vault("c2hvcnQ=", "", Path.of("none"))).hasMessageContaining("32 bytes");
    }

    @Test
    void with_a_new_key_the_old_one_still_opens_and_is_not_needed_after_the_next_code() {
        String newKey = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
        Vault turned = new Vault(newKey, KEY, Path.of("none"));
        SecondFactors after = new SecondFactors(BEANS.getBean(JdbcClient.class), turned, event -> {}, CLOCK);
        SecondFactors without = new SecondFactors(
                BEANS.getBean(JdbcClient.class), new Vault(newKey, "", Path.of("none")), event -> {}, CLOCK);

        assertThat(without.check(login, phone.code(0))).isEqualTo(Outcome.UNREADABLE);
        assertThat(after.check(login, phone.code(0))).isEqualTo(Outcome.RIGHT);
        assertThat(without.check(login, phone.code(1))).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void the_password_alone_logs_nobody_in_who_has_a_second_factor() {
        assertThatThrownBy(() -> logIn(PASSWORD, null)).isInstanceOf(CodeMissing.class);
        assertThatThrownBy(() -> logIn("wrong", null)).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> logIn(PASSWORD, new ApiCall(null))).isInstanceOf(CodeMissing.class);
        assertThatThrownBy(() -> logIn(PASSWORD, new ApiCall("000000"))).isInstanceOf(CodeRefused.class);
        assertThatThrownBy(() -> logIn("wrong", new ApiCall(phone.code(0)))).isInstanceOf(BadCredentialsException.class);
        String code = phone.code(0);
        assertThat(logIn(PASSWORD, new ApiCall(code)).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> logIn(PASSWORD, new ApiCall(code))).isInstanceOf(CodeRefused.class);
    }

    @Test
    void an_access_key_opens_the_api_and_not_the_screens_and_ends_with_the_second_factor() {
        CurrentUser me = loggedIn();
        String key = KEYS.make("month's report", me);
        assertThat(KEYS.of(me)).singleElement().satisfies(made -> assertThat(made.used()).isNull());

        assertThat(logIn(key, new ApiCall(null)).isAuthenticated()).isTrue();
        assertThatThrownBy(() -> logIn(key, null)).isInstanceOf(BadCredentialsException.class);
        assertThatThrownBy(() -> LOG_IN.authenticate(attempt(person(Role.AGENT), key, new ApiCall(null))))
                .isInstanceOf(BadCredentialsException.class);
        assertThat(KEYS.of(me)).singleElement().satisfies(made -> assertThat(made.used()).isNotNull());

        RULES.switchOff(me);
        assertThatThrownBy(() -> logIn(key, new ApiCall(null))).isInstanceOf(BadCredentialsException.class);
        assertThat(TOLD).contains("access-key-made", "second-factor-off");
    }

    @Test
    void a_key_gets_too_old_and_can_be_deleted_by_its_owner_only() {
        CurrentUser me = loggedIn();
        String key = KEYS.make("report", me);
        UUID id = KEYS.of(me).get(0).id();
        CurrentUser other = new CurrentUser(person(Role.AGENT), "Mallory", Set.of(Role.AGENT), null, Set.of());
        assertThatThrownBy(() -> KEYS.delete(id, other)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> KEYS.make("mine", other)).hasMessageContaining("second factor");

        later(AccessKeys.VALID);
        assertThatThrownBy(() -> logIn(key, new ApiCall(null))).isInstanceOf(BadCredentialsException.class);
        KEYS.delete(id, me);
        assertThat(KEYS.of(me)).isEmpty();
    }

    @Test
    void a_proof_is_fresh_for_ten_minutes_and_only_for_whoever_gave_it() {
        CurrentUser me = loggedIn();
        PROOF.need(me);
        later(FreshProof.LASTS);
        assertThatThrownBy(() -> PROOF.need(me)).isInstanceOf(FreshProofNeeded.class);

        assertThatThrownBy(() -> PROOF.give("000000")).hasMessageContaining("wrong");
        assertThatThrownBy(() -> PROOF.need(me)).isInstanceOf(FreshProofNeeded.class);
        PROOF.give(phone.code(0));
        PROOF.need(me);

        CurrentUser without = new CurrentUser(person(Role.AGENT), "Amy", Set.of(Role.AGENT), null, Set.of());
        PROOF.need(without);
        LoggedIn.as(without);
        assertThatThrownBy(() -> PROOF.need(me)).isInstanceOf(FreshProofNeeded.class);
    }

    @Test
    void an_administrator_with_a_stale_proof_changes_nobodys_rights() {
        login = person(Role.ADMIN);
        phone = Phone.of(login, FACTORS, CLOCK, recovery);
        CurrentUser admin = loggedIn();
        later(FreshProof.LASTS);
        String other = person(Role.AGENT);
        Phone.of(other, FACTORS, CLOCK, new ArrayList<>());

        assertThatThrownBy(() -> USERS.changeRoles(other, Set.of(Role.FINANCE), Set.of(), admin))
                .isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> USERS.deactivate(other, admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> USERS.activate(other, admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> USERS.create(
                        new User("new" + login, "New", "new@x.example", Set.of(Role.ADMIN), null, Set.of(), true), admin))
                .isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> BEANS.getBean(PasswordLinks.class).mail(other, false, admin))
                .isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> RULES.demand(Set.of(Role.AGENT), admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> RULES.reset(other, admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> RULES.switchOff(admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> RULES.newCodes(admin)).isInstanceOf(FreshProofNeeded.class);
        assertThatThrownBy(() -> KEYS.make("report", admin)).isInstanceOf(FreshProofNeeded.class);

        PROOF.give(phone.code(0));
        RULES.reset(other, admin);
        assertThat(FACTORS.isOn(other)).isFalse();
        assertThat(TOLD).contains("second-factor-reset");
    }

    @Test
    void only_who_manages_a_person_resets_and_nobody_resets_the_own() {
        CurrentUser agent = new CurrentUser(person(Role.AGENT), "Amy", Set.of(Role.AGENT), null, Set.of());
        assertThatThrownBy(() -> RULES.reset(login, agent)).hasMessageContaining("not yours");
        assertThatThrownBy(() -> RULES.demand(Set.of(), agent)).hasMessageContaining("Only administrators");
        CurrentUser admin = new CurrentUser(person(Role.ADMIN), "Anita", Set.of(Role.ADMIN), null, Set.of());
        Phone.of(admin.login(), FACTORS, CLOCK, new ArrayList<>());
        assertThatThrownBy(() -> RULES.reset(admin.login(), admin)).hasMessageContaining("profile");
    }

    @Test
    void whoever_has_to_have_one_sets_it_up_and_keeps_it() {
        CurrentUser admin = new CurrentUser(person(Role.ADMIN), "Anita", Set.of(Role.ADMIN), null, Set.of());
        assertThatThrownBy(() -> RULES.demand(Set.of(Role.ADMIN), admin)).hasMessageContaining("your own");
        RULES.demand(Set.of(Role.AGENT), admin);
        assertThat(RULES.demanded()).containsExactly(Role.AGENT);

        String newcomer = person(Role.AGENT);
        assertThatThrownBy(() -> LOG_IN.authenticate(attempt(newcomer, PASSWORD, null)))
                .isInstanceOfSatisfying(CodeMissing.class, missing -> assertThat(missing.toSetUp()).isTrue());
        assertThatThrownBy(() -> RULES.switchOff(loggedIn())).hasMessageContaining("stays on");
    }

    @Test
    void what_was_not_confirmed_with_a_code_does_not_count() {
        String newcomer = person(Role.AGENT);
        String secret = FACTORS.draft(newcomer).secret();

        assertThatThrownBy(() -> FACTORS.confirm(newcomer, secret, "000000")).hasMessageContaining("wrong");
        assertThatThrownBy(() -> FACTORS.confirm(newcomer, "MZXW6YTB", "000000")).hasMessageContaining("no secret");
        assertThat(FACTORS.isOn(newcomer)).isFalse();
        assertThatThrownBy(() -> FACTORS.confirm(login, secret, new Phone(secret, CLOCK).code(0)))
                .hasMessageContaining("already");
    }

    private CurrentUser loggedIn() {
        Authentication me = logIn(PASSWORD, new ApiCall(phone.code(0)));
        SecurityContextHolder.getContext().setAuthentication(me);
        return CurrentUser.get();
    }

    private Outcome check(String code) {
        return FACTORS.check(login, code);
    }

    private Authentication logIn(String password, ApiCall call) {
        return LOG_IN.authenticate(attempt(login, password, call));
    }

    private static Authentication attempt(String login, String password, ApiCall call) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(login, password);
        attempt.setDetails(call);
        return attempt;
    }

    private static void later(Duration time) {
        CLOCK.set(CLOCK.instant().plus(time).plusSeconds(1));
    }

    private static byte[] sealed(String login) {
        return Scope.system(() -> BEANS.getBean(JdbcClient.class)
                .sql("select secret from second_factor where login = ?")
                .param(login)
                .query(byte[].class)
                .single());
    }

    private static String person(Role role) {
        String login = "f" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> USERS.add(
                new User(login, login, login + "@x.example", Set.of(role), null, Set.of(), true), PASSWORD));
        return login;
    }

    private static final String KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";

    private static AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext beans = Wired.modules("org.ticketingos.access", "org.ticketingos.client");
        beans.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("ticketingos.secret-key", KEY)));
        beans.refresh();
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof UserChanged change) {
                TOLD.add(change.what());
            }
        });
        return beans;
    }
}

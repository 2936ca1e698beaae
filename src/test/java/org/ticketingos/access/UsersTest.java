package org.ticketingos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.ticketingos.Wired;
import org.ticketingos.access.Users.User;
import org.ticketingos.client.ClientId;

class UsersTest {

    private static final ClientRights REQUESTER = new ClientRights(EnumSet.of(ClientRole.REQUESTER), false, false);

    private static final List<UserChanged> CHANGES = new ArrayList<>();
    private static final List<PasswordLinkMade> LINKS = new ArrayList<>();
    private static final AnnotationConfigApplicationContext BEANS = start();
    private static final Users USERS = BEANS.getBean(Users.class);
    private static final PasswordLinks PASSWORDS = BEANS.getBean(PasswordLinks.class);

    private ClientId client;
    private CurrentUser boss;

    @BeforeEach
    void a_company_with_one_administrator() {
        CHANGES.clear();
        LINKS.clear();
        BEANS.getBean(Wired.Hands.class).set(java.time.Instant.parse("2026-01-21T03:30:00Z"));
        client = company();
        boss = person(client, ClientRights.ALL);
    }

    @Test
    void an_invited_person_sets_a_password_by_the_link_once_and_logs_in_with_it() {
        User rohan = invite("Rohan", REQUESTER);
        PasswordLinkMade link = LINKS.get(0);
        assertThat(link.mail()).isEqualTo(rohan.mail());
        assertThat(link.invited()).isTrue();
        assertThat(PASSWORDS.person(link.token())).map(User::login).contains(rohan.login());

        PASSWORDS.set(link.token(), "correct horse battery");

        assertThat(logIn(rohan.login(), "correct horse battery").rights()).isEqualTo(REQUESTER);
        assertThat(PASSWORDS.person(link.token())).isEmpty();
        assertThatThrownBy(() -> PASSWORDS.set(link.token(), "another horse battery"))
                .isInstanceOf(AccessRefused.class);
        assertThat(CHANGES).extracting(UserChanged::what)
                .containsExactly("user-created", "user-invited", "password-set");
        assertThat(CHANGES).allSatisfy(change -> assertThat(change.facts().toString()).doesNotContain(link.token()));
    }

    @Test
    void a_link_gets_too_old_a_newer_one_ends_it_and_the_database_does_not_know_it() {
        User rohan = invite("Rohan", REQUESTER);
        String first = LINKS.get(0).token();
        PASSWORDS.mail(rohan.login(), false, boss);
        String second = LINKS.get(1).token();

        assertThat(PASSWORDS.person(first)).isEmpty();
        assertThat(PASSWORDS.person(second)).isPresent();
        assertThat(Scope.system(() -> BEANS.getBean(JdbcClient.class)
                        .sql("select count(*) from password_link where token_hash in (?, ?)")
                        .params(first, second)
                        .query(Integer.class)
                        .single()))
                .isZero();
        BEANS.getBean(Wired.Hands.class).set(java.time.Instant.parse("2026-01-21T03:30:00Z").plus(Duration.ofHours(25)));
        assertThat(PASSWORDS.person(second)).isEmpty();
        assertThat(PASSWORDS.person("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void a_weak_password_is_refused_and_the_link_stays_good() {
        invite("Rohan", REQUESTER);
        String token = LINKS.get(0).token();

        assertThatThrownBy(() -> PASSWORDS.set(token, "short")).hasMessageContaining("at least 10");
        assertThatThrownBy(() -> PASSWORDS.set(token, "aaaaaaaaaaaa")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> PASSWORDS.set(token, "x1y2".repeat(30))).hasMessageContaining("too long");
        assertThat(PASSWORDS.person(token)).isPresent();
    }

    @Test
    void the_last_administrator_can_neither_be_switched_off_nor_lose_the_role() {
        assertThatThrownBy(() -> USERS.deactivate(boss.login(), boss)).hasMessageContaining("last administrator");
        assertThatThrownBy(() -> USERS.changeRights(boss.login(), REQUESTER, boss))
                .hasMessageContaining("last administrator");
        User second = invite("Divya", ClientRights.ALL);

        USERS.deactivate(boss.login(), boss);

        assertThat(USERS.find(boss.login())).map(User::active).contains(false);
        assertThatThrownBy(() -> USERS.deactivate(second.login(), staffAdmin())).hasMessageContaining("last");
    }

    @Test
    void whoever_is_switched_off_cannot_log_in_and_is_noticed_by_running_sessions() {
        User rohan = invite("Rohan", REQUESTER);
        PASSWORDS.set(LINKS.get(0).token(), "correct horse battery");
        Account before = USERS.account(rohan.login()).orElseThrow();
        PASSWORDS.mail(rohan.login(), false, boss);

        USERS.deactivate(rohan.login(), boss);

        assertThatThrownBy(() -> logIn(rohan.login(), "correct horse battery")).isInstanceOf(DisabledException.class);
        assertThat(PASSWORDS.person(LINKS.get(1).token())).isEmpty();
        Account after = USERS.account(rohan.login()).orElseThrow();
        assertThat(after.isEnabled()).isFalse();
        assertThat(after.isStill(before)).isFalse();
        USERS.activate(rohan.login(), boss);
        assertThat(logIn(rohan.login(), "correct horse battery").login()).isEqualTo(rohan.login());
    }

    @Test
    void nobody_but_administrators_of_the_company_or_ours_manages_its_people() {
        User rohan = invite("Rohan", REQUESTER);
        CurrentUser requester = person(client, REQUESTER);
        CurrentUser foreign = person(company(), ClientRights.ALL);
        CurrentUser agent = new CurrentUser("some-agent", "Amy", Set.of(Role.AGENT), null, Set.of());
        User wanted = wanted("Mallory", ClientRights.ALL);

        for (CurrentUser other : List.of(requester, foreign, agent)) {
            assertThatThrownBy(() -> USERS.create(wanted, other)).hasMessageContaining("not yours");
            assertThatThrownBy(() -> USERS.changeRights(rohan.login(), ClientRights.ALL, other))
                    .hasMessageContaining("not yours");
            assertThatThrownBy(() -> USERS.deactivate(rohan.login(), other)).hasMessageContaining("not yours");
            assertThatThrownBy(() -> PASSWORDS.mail(rohan.login(), false, other)).hasMessageContaining("not yours");
        }
        USERS.changeRights(rohan.login(), ClientRights.NONE, staffAdmin());
        assertThat(USERS.find(rohan.login())).map(User::rights).contains(ClientRights.NONE);
    }

    @Test
    void a_clients_administrator_makes_no_staff_and_touches_none() {
        CurrentUser agent = person(null, ClientRights.NONE);
        User staff = new User("x" + UUID.randomUUID(), "X", "x@x.example", Set.of(Role.ADMIN), null, Set.of(), true);

        assertThatThrownBy(() -> USERS.create(staff, boss)).hasMessageContaining("not yours");
        assertThatThrownBy(() -> USERS.deactivate(agent.login(), boss)).hasMessageContaining("not yours");
        assertThatThrownBy(() -> USERS.changeRoles(boss.login(), Set.of(Role.ADMIN), Set.of(), staffAdmin()))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void groups_follow_from_rights_and_a_viewer_has_none() {
        User viewer = invite("Viewer", new ClientRights(EnumSet.of(ClientRole.VIEWER), true, false));
        User asks = invite("Asks", REQUESTER);

        assertThat(USERS.account(viewer.login()).orElseThrow().user().groups()).isEmpty();
        assertThat(USERS.account(asks.login()).orElseThrow().user().groups()).containsExactly("client:" + client);
        assertThat(USERS.account(boss.login()).orElseThrow().user().groups())
                .containsExactlyInAnyOrder("client:" + client, "client:" + client + ":approvers");
    }

    private User invite(String name, ClientRights rights) {
        User made = USERS.create(wanted(name, rights), boss);
        PASSWORDS.mail(made.login(), true, boss);
        return made;
    }

    private User wanted(String name, ClientRights rights) {
        String mail = name.toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8) + "@acme.example";
        return new User(mail, name, mail, Set.of(Role.CLIENT), client, Set.of(), true, rights, null);
    }

    private static CurrentUser person(ClientId client, ClientRights rights) {
        String login = "p" + UUID.randomUUID().toString().substring(0, 8);
        Role role = client == null ? Role.AGENT : Role.CLIENT;
        USERS.add(new User(login, login, login + "@x.example", Set.of(role), client, Set.of(), true, rights, null),
                "secret-password");
        return USERS.account(login).orElseThrow().user();
    }

    private static CurrentUser staffAdmin() {
        return new CurrentUser("our-admin", "Anita", Set.of(Role.ADMIN), null, Set.of());
    }

    private static CurrentUser logIn(String login, String password) throws BadCredentialsException {
        return ((Account) BEANS.getBean(LogIn.class)
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, password))
                        .getPrincipal())
                .user();
    }

    private static ClientId company() {
        String id = "people-" + UUID.randomUUID().toString().substring(0, 8);
        Scope.system(() -> {
            BEANS.getBean(JdbcClient.class).sql("""
                            insert into client (id, name, address, country, zone, locale, billing_mail)
                            values (?, ?, 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@example.com')""")
                    .params(id, id)
                    .update();
        });
        return new ClientId(id);
    }

    private static AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext beans = Wired.modules("org.ticketingos.access", "org.ticketingos.client");
        beans.refresh();
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told) {
                if (told.getPayload() instanceof UserChanged change) {
                    CHANGES.add(change);
                } else if (told.getPayload() instanceof PasswordLinkMade link) {
                    LINKS.add(link);
                }
            }
        });
        return beans;
    }
}

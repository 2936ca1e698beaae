package org.ticketingos.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/**
 * Everybody who may log in. Our administrators manage all of them, a client's administrator those of the own company;
 * each change asks for a fresh proof, is told to the audit and noticed by running sessions.
 */
@Repository
@Transactional
public class Users implements UserDetailsService {

    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher publisher;
    private final FreshProof proof;

    Users(JdbcClient jdbc, PasswordEncoder passwords, ApplicationEventPublisher publisher, FreshProof proof) {
        this.proof = proof;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.publisher = publisher;
    }

    /**
     * A user as lists show one; never with a password.
     *
     * @param rights what a client's person may do; none for staff
     * @param language BCP 47 tag the person has chosen; null for the browser's
     */
    public record User(
            String login,
            String name,
            String mail,
            Set<Role> roles,
            @Nullable ClientId client,
            Set<String> groups,
            boolean active,
            ClientRights rights,
            @Nullable String language) {

        /** Staff; or a client's person who may only see the own requests. */
        public User(
                String login, String name, String mail, Set<Role> roles, @Nullable ClientId client, Set<String> groups,
                boolean active) {
            this(login, name, mail, roles, client, groups, active, ClientRights.NONE, null);
        }

        public User with(ClientRights other) {
            return new User(login, name, mail, roles, client, groups, active, other, language);
        }
    }

    public void add(User user, String password) {
        if (user.roles().contains(Role.CLIENT) != (user.client() != null)) {
            throw new IllegalArgumentException("a client's user, and nobody else, belongs to a client");
        }
        jdbc.sql("""
                        insert into app_user (login, name, mail, password, roles, client_id, groups, active,
                                              client_roles, sees_company, sees_invoices, language)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        user.login(),
                        user.name(),
                        user.mail(),
                        passwords.encode(password),
                        user.roles().stream().map(Role::name).toArray(String[]::new),
                        user.client() == null ? null : user.client().value(),
                        user.groups().toArray(String[]::new),
                        user.active(),
                        names(user.rights().roles()),
                        user.rights().company(),
                        user.rights().invoices(),
                        user.language())
                .update();
    }

    /** Makes an account nobody can log in to yet; {@link PasswordLinks#mail} lets the person set a password. */
    public User create(User wanted, CurrentUser by) {
        mayManage(wanted.client(), by);
        proof.need(by);
        User user = new User(
                wanted.login().strip().toLowerCase(Locale.ROOT), wanted.name().strip(),
                wanted.mail().strip().toLowerCase(Locale.ROOT), wanted.roles(), wanted.client(), wanted.groups(), true,
                wanted.rights(), wanted.language());
        if (user.name().isEmpty() || user.name().length() > LONGEST_NAME) {
            throw new AccessRefused("access.name", "Write the person's name.");
        }
        if (!user.mail().matches("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+") || user.mail().length() > 254) {
            throw new AccessRefused("access.mail", "This is not a mail address.");
        }
        if (!user.login().matches("[\\p{L}\\p{N}._@+-]{2,254}")) {
            throw new AccessRefused("access.login", "A log-in name has letters, digits and . _ @ + - only.");
        }
        if (find(user.login()).isPresent()) {
            throw new AccessRefused("access.login-taken", "Somebody already logs in with this name or address.");
        }
        add(user, UUID.randomUUID().toString() + UUID.randomUUID());
        changed(user, by, "user-created", rightsOf(user));
        return user;
    }

    /** What a client's person may do from now on. */
    public void changeRights(String login, ClientRights rights, CurrentUser by) {
        User user = managed(login, by);
        proof.need(by);
        if (user.client() == null) {
            throw new AccessRefused("access.not-a-client", "Only people of a client have these rights.");
        }
        if (!rights.may(ClientRole.ADMINISTRATOR)) {
            keepAnAdministrator(user);
        }
        jdbc.sql("""
                        update app_user set client_roles = ?, sees_company = ?, sees_invoices = ?, stamp = stamp + 1
                        where login = ?""")
                .params(names(rights.roles()), rights.company(), rights.invoices(), login)
                .update();
        changed(user, by, "user-rights-changed", rightsOf(user.with(rights)));
    }

    /** What one of our staff may do from now on, and from which queues. */
    public void changeRoles(String login, Set<Role> roles, Set<String> groups, CurrentUser by) {
        User user = managed(login, by);
        proof.need(by);
        if (user.client() != null || roles.contains(Role.CLIENT) || roles.isEmpty()) {
            throw new AccessRefused("access.staff-roles", "Choose at least one role of our own staff.");
        }
        if (!roles.contains(Role.ADMIN)) {
            keepAnAdministrator(user);
        }
        jdbc.sql("update app_user set roles = ?, groups = ?, stamp = stamp + 1 where login = ?")
                .params(roles.stream().map(Role::name).sorted().toArray(String[]::new),
                        groups.toArray(String[]::new), login)
                .update();
        changed(user, by, "user-roles-changed", Map.of(
                "roles", new TreeSet<>(roles).toString(), "queues", new TreeSet<>(groups).toString()));
    }

    /** Ends the person's sessions and links; nothing they did is touched. */
    public void deactivate(String login, CurrentUser by) {
        User user = managed(login, by);
        proof.need(by);
        keepAnAdministrator(user);
        jdbc.sql("update app_user set active = false, stamp = stamp + 1 where login = ?").param(login).update();
        jdbc.sql("update password_link set used_at = now() where login = ? and used_at is null").param(login).update();
        changed(user, by, "user-switched-off", Map.of());
    }

    public void activate(String login, CurrentUser by) {
        User user = managed(login, by);
        proof.need(by);
        jdbc.sql("update app_user set active = true, stamp = stamp + 1 where login = ?").param(login).update();
        changed(user, by, "user-switched-on", Map.of());
    }

    /** The language somebody wants to read. */
    public void speak(String login, Locale language) {
        jdbc.sql("update app_user set language = ? where login = ?").params(language.toLanguageTag(), login).update();
    }

    @Transactional(readOnly = true)
    public List<User> all() {
        return jdbc.sql("select * from app_user order by login").query((row, n) -> user(row)).list();
    }

    /** A client's people, by name. */
    @Transactional(readOnly = true)
    public List<User> ofClient(ClientId client) {
        return jdbc.sql("select * from app_user where client_id = ? order by active desc, name, login")
                .param(client.value())
                .query((row, n) -> user(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<User> find(String login) {
        return jdbc.sql("select * from app_user where login = ?")
                .param(login)
                .query((row, n) -> user(row))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public UserDetails loadUserByUsername(String login) {
        return account(login).orElseThrow(() -> new UsernameNotFoundException("unknown user"));
    }

    /** Outside of any transaction: its connection would look with the eyes of whoever is not logged in yet. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Optional<Account> account(String login) {
        return Optional.ofNullable(Scope.system(() -> jdbc.sql("""
                        select u.*, array(select w.client_id from agent_wall w where w.login = u.login) as apart,
                               exists (select 1 from second_factor f where f.login = u.login) as second_factor,
                               exists (select 1 from second_factor_demand d where d.role = any (u.roles)) as demanded
                        from app_user u where u.login = ?""")
                .param(login)
                .query((row, n) -> account(row))
                .optional()
                .orElse(null)));
    }

    /** The user, if this person may manage that one. */
    User managed(String login, CurrentUser by) {
        User user = find(login).orElseThrow(Users::notYours);
        mayManage(user.client(), by);
        return user;
    }

    private static void mayManage(@Nullable ClientId client, CurrentUser by) {
        boolean ours = by.client() == null && by.is(Role.ADMIN);
        boolean theirs = by.may(ClientRole.ADMINISTRATOR) && by.client() != null && by.client().equals(client);
        if (!ours && !theirs) {
            throw notYours();
        }
    }

    private static AccessRefused notYours() {
        return new AccessRefused("access.not-yours", "There is no such person, or they are not yours to manage.");
    }

    /** Locks the administrators' rows, so that two cannot remove each other at the same moment. */
    private void keepAnAdministrator(User user) {
        boolean staff = user.client() == null;
        List<String> administrators = jdbc.sql("select login from app_user where active and "
                        + (staff ? "client_id is null and 'ADMIN' = any (roles) and ?::text is null"
                                : "client_id = ? and 'ADMINISTRATOR' = any (client_roles)")
                        + " order by login for update")
                .param(staff ? null : user.client().value())
                .query(String.class)
                .list();
        if (administrators.equals(List.of(user.login()))) {
            throw new AccessRefused(
                    "access.last-administrator", "This is the last administrator. Make somebody else one first.");
        }
    }

    private void changed(User user, CurrentUser by, String what, Map<String, String> facts) {
        publisher.publishEvent(new UserChanged(user.client(), by.login(), user.login(), what, facts));
    }

    private static Map<String, String> rightsOf(User user) {
        return user.client() == null
                ? Map.of("roles", new TreeSet<>(user.roles()).toString())
                : Map.of("roles", new TreeSet<>(user.rights().roles()).toString(),
                        "company", String.valueOf(user.rights().company()),
                        "invoices", String.valueOf(user.rights().invoices()));
    }

    private static String[] names(Set<ClientRole> roles) {
        return roles.stream().map(ClientRole::name).sorted().toArray(String[]::new);
    }

    private static Account account(ResultSet row) throws SQLException {
        User user = user(row);
        Set<String> groups = new LinkedHashSet<>(user.groups());
        if (user.client() != null) {
            boolean approves = user.rights().may(ClientRole.APPROVER);
            if (approves || user.rights().may(ClientRole.REQUESTER)) {
                groups.add("client:" + user.client());
            }
            if (approves) {
                groups.add("client:" + user.client() + ":approvers");
            }
        }
        CurrentUser current = new CurrentUser(
                user.login(), user.name(), user.roles(), user.client(), groups, user.rights(), user.mail());
        return new Account(
                current, row.getString("password"), user.active(), row.getInt("stamp"),
                Set.of(texts(row.getArray("apart"))), row.getBoolean("second_factor"),
                row.getBoolean("demanded"));
    }

    private static User user(ResultSet row) throws SQLException {
        String client = row.getString("client_id");
        return new User(
                row.getString("login"),
                row.getString("name"),
                row.getString("mail"),
                Arrays.stream(texts(row.getArray("roles"))).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                client == null ? null : new ClientId(client),
                Set.of(texts(row.getArray("groups"))),
                row.getBoolean("active"),
                new ClientRights(
                        Arrays.stream(texts(row.getArray("client_roles")))
                                .map(ClientRole::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        row.getBoolean("sees_company"),
                        row.getBoolean("sees_invoices")),
                row.getString("language"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}

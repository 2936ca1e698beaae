package org.ticketingos.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;

/** Everybody who may log in. */
@Repository
public class Users implements UserDetailsService {

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    Users(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    /** A user as lists show one; never with a password. */
    public record User(
            String login, String name, String mail, Set<Role> roles, @Nullable ClientId client, Set<String> groups,
            boolean active) {}

    public void add(User user, String password) {
        if (user.roles().contains(Role.CLIENT) != (user.client() != null)) {
            throw new IllegalArgumentException("a client's user, and nobody else, belongs to a client");
        }
        jdbc.sql("""
                        insert into app_user (login, name, mail, password, roles, client_id, groups, active)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        user.login(),
                        user.name(),
                        user.mail(),
                        passwords.encode(password),
                        user.roles().stream().map(Role::name).toArray(String[]::new),
                        user.client() == null ? null : user.client().value(),
                        user.groups().toArray(String[]::new),
                        user.active())
                .update();
    }

    public List<User> all() {
        return jdbc.sql("select * from app_user order by login")
                .query((row, n) -> user(row))
                .list();
    }

    public Optional<User> find(String login) {
        return jdbc.sql("select * from app_user where login = ?")
                .param(login)
                .query((row, n) -> user(row))
                .optional();
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        Account account = Scope.system(() -> jdbc.sql("select * from app_user where login = ?")
                .param(login)
                .query((row, n) -> account(row))
                .optional()
                .orElse(null));
        if (account == null) {
            throw new UsernameNotFoundException("unknown user");
        }
        return account;
    }

    private static Account account(ResultSet row) throws SQLException {
        User user = user(row);
        Set<String> groups = new LinkedHashSet<>(user.groups());
        if (user.client() != null) {
            groups.add("client:" + user.client());
        }
        CurrentUser current = new CurrentUser(user.login(), user.name(), user.roles(), user.client(), groups);
        return new Account(current, row.getString("password"), user.active());
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
                row.getBoolean("active"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}

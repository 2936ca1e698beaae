package org.ticketingos.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** One-time links with which people set their own password. A look changes nothing; setting uses the link up. */
@Repository
@Transactional
public class PasswordLinks {

    /** Shortest password taken (NIST SP 800-63B asks for at least 8). */
    public static final int SHORTEST = 10;

    /** More than this the hash function would cut off (bcrypt, 72 bytes). */
    static final int LONGEST_BYTES = 72;

    private static final int TOKEN_BYTES = 16;
    private static final Duration INVITE = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Users users;
    private final FreshProof proof;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasswordLinks(
            JdbcClient jdbc, Users users, FreshProof proof, PasswordEncoder passwords,
            ApplicationEventPublisher publisher, Clock clock) {
        this.proof = proof;
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Makes an account of a client's person and mails the link to its password: both, or neither. */
    public Users.User invite(String name, String mail, ClientId client, ClientRights rights, CurrentUser by) {
        Users.User made = users.create(
                new Users.User(mail, name, mail, Set.of(Role.CLIENT), client, Set.of(), true, rights, null), by);
        mail(made.login(), true, by);
        return made;
    }

    /** Mails a link to an active person; links made before stop working. */
    public void mail(String login, boolean invited, CurrentUser by) {
        Users.User user = users.managed(login, by);
        proof.need(by);
        if (!user.active()) {
            throw new AccessRefused("access.switched-off", "Switch this person on first.");
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        Duration valid = invited ? INVITE : RESET;
        Instant now = clock.instant();
        jdbc.sql("update password_link set used_at = ? where login = ? and used_at is null")
                .params(Timestamp.from(now), login)
                .update();
        jdbc.sql("""
                        insert into password_link (token_hash, login, purpose, made_by, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(hash(token), login, invited ? "INVITE" : "RESET", by.login(), Timestamp.from(now),
                        Timestamp.from(now.plus(valid)))
                .update();
        publisher.publishEvent(new UserChanged(
                user.client(), by.login(), login, invited ? "user-invited" : "password-link-sent", Map.of()));
        publisher.publishEvent(new PasswordLinkMade(
                user.client(), login, user.name(), user.mail(), token, invited, (int) valid.toHours(),
                user.language()));
    }

    /** Whose password this link sets; empty when it is unknown, used or too old. */
    @Transactional(readOnly = true)
    public Optional<Users.User> person(String token) {
        return login(token, "").flatMap(users::find).filter(Users.User::active);
    }

    /** Sets the password and uses the link up; everybody logged in under this name has to log in again. */
    public void set(String token, String password) {
        refuseWeak(password);
        String login = login(token, " for update")
                .filter(name -> users.find(name).filter(Users.User::active).isPresent())
                .orElseThrow(() -> new AccessRefused("access.link-over", "This link does not work any more."));
        jdbc.sql("update password_link set used_at = ? where token_hash = ?")
                .params(Timestamp.from(clock.instant()), hash(token))
                .update();
        jdbc.sql("update app_user set password = ?, stamp = stamp + 1 where login = ?")
                .params(passwords.encode(password), login)
                .update();
        Users.User user = users.find(login).orElseThrow();
        publisher.publishEvent(new UserChanged(user.client(), login, login, "password-set", Map.of()));
    }

    private Optional<String> login(@Nullable String token, String lock) {
        return token == null || !token.matches("[0-9a-f]{32}")
                ? Optional.empty()
                : jdbc.sql("""
                                select login from password_link
                                where token_hash = ? and used_at is null and expires_at > ?""" + lock)
                        .params(hash(token), Timestamp.from(clock.instant()))
                        .query(String.class)
                        .optional();
    }

    private static void refuseWeak(String password) {
        if (password.length() < SHORTEST) {
            throw new AccessRefused(
                    "access.password-short", "A password has at least " + SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new AccessRefused(
                    "access.password-long", "This password is too long: at most " + LONGEST_BYTES + " bytes.");
        }
        if (password.chars().distinct().count() < 4) {
            throw new AccessRefused("access.password-plain", "Use more different characters.");
        }
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.ticketingos.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keys with which programs of people who have a second factor log in: in place of the password, by the API only. */
@Repository
@Transactional
public class AccessKeys {

    /** How long a key works. */
    public static final Duration VALID = Duration.ofDays(365);

    private static final String BEGINNING = "tos_";
    private static final int KEY_BYTES = 20;
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final SecondFactors factors;
    private final FreshProof proof;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessKeys(JdbcClient jdbc, SecondFactors factors, FreshProof proof, Clock clock) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.proof = proof;
        this.clock = clock;
    }

    /** @param used to the hour; null when never */
    public record AccessKey(UUID id, String name, Instant made, Instant until, @Nullable Instant used) {}

    @Transactional(readOnly = true)
    public List<AccessKey> of(CurrentUser who) {
        return jdbc.sql("select id, name, made_at, expires_at, used_at from access_key where login = ? order by made_at")
                .param(who.login())
                .query((row, n) -> new AccessKey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getTimestamp("used_at") == null ? null : row.getTimestamp("used_at").toInstant()))
                .list();
    }

    /** Makes a key and answers with it; it is never shown again. */
    public String make(String name, CurrentUser who) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new AccessRefused("access.key.name", "Write what the key is for, in at most 80 letters.");
        }
        if (!factors.isOn(who.login())) {
            throw new AccessRefused(
                    "access.key.no-factor", "Access keys are for people with a second factor. Switch it on first.");
        }
        proof.need(who);
        if (of(who).size() >= MOST) {
            throw new AccessRefused("access.key.many", "These are many keys. Delete one that is not needed any more.");
        }
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String key = BEGINNING + HexFormat.of().formatHex(secret);
        Instant now = clock.instant();
        jdbc.sql("insert into access_key (id, login, name, key_hash, made_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), who.login(), clean, PasswordLinks.hash(key), Timestamp.from(now),
                        Timestamp.from(now.plus(VALID)))
                .update();
        factors.tell(who.login(), who.login(), "access-key-made", Map.of());
        return key;
    }

    public void delete(UUID id, CurrentUser who) {
        if (jdbc.sql("delete from access_key where id = ? and login = ?").params(id, who.login()).update() == 0) {
            throw new AccessRefused("access.key.gone", "There is no such key any more.");
        }
        factors.tell(who.login(), who.login(), "access-key-deleted", Map.of());
    }

    static boolean isKey(String password) {
        return password.matches(BEGINNING + "[0-9a-f]{" + 2 * KEY_BYTES + "}");
    }

    /** Whether it is a living key of this person. Its use is written down once an hour. */
    boolean opens(String login, String key) {
        Instant now = clock.instant();
        List<UUID> found = jdbc.sql("""
                        select id from access_key where key_hash = ? and login = ? and expires_at > ?""")
                .params(PasswordLinks.hash(key), login, Timestamp.from(now))
                .query(UUID.class)
                .list();
        found.forEach(id -> jdbc.sql("update access_key set used_at = ? where id = ? and (used_at is null or used_at < ?)")
                .params(Timestamp.from(now), id, Timestamp.from(now.minus(Duration.ofHours(1))))
                .update());
        return !found.isEmpty();
    }
}

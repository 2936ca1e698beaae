package org.ticketingos.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;

/** The second factor of each person: a code of the telephone, or one of the recovery codes. A code works once. */
@Repository
@Transactional
public class SecondFactors {

    /** Wrong codes in a row before the next one has to wait; from then on each wrong one waits again. */
    static final int TRIES = LogIn.TRIES;

    private static final int RECOVERY_CODES = 10;

    /** 80 bits: nobody guesses such a code, whatever its hash costs. */
    private static final int RECOVERY_BYTES = 10;

    /** What its person is told by mail; a wrong code is in the audit only, or guessing would flood the mailbox. */
    private static final Set<String> TOLD = Set.of(
            "second-factor-on", "second-factor-off", "second-factor-reset", "recovery-code-used", "recovery-codes-made",
            "access-key-made");

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient jdbc, Vault vault, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * A secret not kept yet; it counts once its person has shown a code of it.
     *
     * @param secret base32, for typing
     * @param uri for the QR code
     */
    public record Draft(String secret, String uri) {}

    /** @param codesLeft recovery codes not used yet */
    public record State(Instant since, int codesLeft) {}

    /** What became of a code. */
    enum Outcome {
        RIGHT,
        WRONG,
        WAIT,
        UNREADABLE
    }

    private record Kept(byte[] secret, long lastStep, int failed, @Nullable Instant failedAt) {}

    public Draft draft(String login) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return new Draft(Base32.encode(secret), Totp.uri(login, secret));
    }

    @Transactional(readOnly = true)
    public Optional<State> of(String login) {
        return jdbc.sql("""
                        select since, (select count(*) from recovery_code r where r.login = f.login and used_at is null)
                               as codes
                        from second_factor f where login = ?""")
                .param(login)
                .query((row, n) -> new State(row.getTimestamp("since").toInstant(), row.getInt("codes")))
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean isOn(String login) {
        return jdbc.sql("select exists (select 1 from second_factor where login = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    /** Switches it on, once the code shows that the secret has arrived. The recovery codes are never shown again. */
    List<String> confirm(String login, String secret, String code) {
        byte[] bytes;
        try {
            bytes = Base32.decode(secret);
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != Totp.SECRET_BYTES) {
            throw new AccessRefused("access.second.secret", "This is no secret of ours. Begin anew.");
        }
        OptionalLong step = Totp.match(bytes, plain(code), clock.instant());
        if (step.isEmpty()) {
            throw wrong();
        }
        int made = jdbc.sql("""
                        insert into second_factor (login, secret, since, last_step) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(login, vault.seal(bytes, login), now(), step.getAsLong())
                .update();
        if (made == 0) {
            throw new AccessRefused("access.second.on", "The second factor is on already.");
        }
        tell(login, login, "second-factor-on", Map.of());
        return codes(login);
    }

    /** New recovery codes; the old ones stop working. */
    List<String> newCodes(String login, String by) {
        if (!isOn(login)) {
            throw new AccessRefused("access.second.off", "There is no second factor to switch off.");
        }
        tell(login, by, "recovery-codes-made", Map.of());
        return codes(login);
    }

    private List<String> codes(String login) {
        jdbc.sql("delete from recovery_code where login = ?").param(login).update();
        List<String> codes = new ArrayList<>();
        byte[] bytes = new byte[RECOVERY_BYTES];
        while (codes.size() < RECOVERY_CODES) {
            random.nextBytes(bytes);
            String code = Base32.encode(bytes);
            jdbc.sql("insert into recovery_code (login, code_hash) values (?, ?)").params(login, hash(login, code)).update();
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    /** Takes it away, with recovery codes and access keys. */
    void remove(String login, String by, String what) {
        if (jdbc.sql("delete from second_factor where login = ?").param(login).update() == 0) {
            throw new AccessRefused("access.second.off", "There is no second factor to switch off.");
        }
        tell(login, by, what, Map.of());
    }

    /** Looks at a code in a transaction of its own: a wrong one counts, whatever becomes of what asked for it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Outcome check(String login, String typed) {
        Optional<Kept> found = jdbc.sql("""
                        select secret, last_step, failed, failed_at from second_factor where login = ? for update""")
                .param(login)
                .query((row, n) -> new Kept(
                        row.getBytes("secret"), row.getLong("last_step"), row.getInt("failed"),
                        row.getTimestamp("failed_at") == null ? null : row.getTimestamp("failed_at").toInstant()))
                .optional();
        if (found.isEmpty()) {
            return Outcome.WRONG;
        }
        Kept kept = found.get();
        Instant now = clock.instant();
        if (kept.failed >= TRIES && kept.failedAt != null && now.isBefore(kept.failedAt.plus(LogIn.WAIT))) {
            return Outcome.WAIT;
        }
        String code = plain(typed);
        boolean telephone = code.matches("\\d{6}");
        Optional<byte[]> secret = telephone ? vault.open(kept.secret, login) : Optional.empty();
        if (telephone && secret.isEmpty()) {
            LOG.error("a second factor was sealed with another key: set ticketingos.secret-key(-before)");
            return Outcome.UNREADABLE;
        }
        boolean right = secret.map(open -> byTelephone(login, kept, open, code)).orElseGet(() -> byRecovery(login, code));
        if (!right) {
            jdbc.sql("update second_factor set failed = failed + 1, failed_at = ? where login = ?")
                    .params(now(), login)
                    .update();
            tell(login, login, "second-factor-failed", Map.of());
            return Outcome.WRONG;
        }
        jdbc.sql("update second_factor set failed = 0, failed_at = null where login = ?").param(login).update();
        return Outcome.RIGHT;
    }

    private boolean byTelephone(String login, Kept kept, byte[] secret, String code) {
        OptionalLong step = Totp.match(secret, code, clock.instant());
        if (step.isEmpty() || step.getAsLong() <= kept.lastStep) {
            return false;
        }
        byte[] sealed = vault.isOld(kept.secret, login) ? vault.seal(secret, login) : kept.secret;
        jdbc.sql("update second_factor set last_step = ?, secret = ? where login = ?")
                .params(step.getAsLong(), sealed, login)
                .update();
        return true;
    }

    private boolean byRecovery(String login, String code) {
        boolean right = jdbc.sql("update recovery_code set used_at = ? where login = ? and code_hash = ? and used_at is null")
                        .params(now(), login, hash(login, code))
                        .update()
                == 1;
        if (right) {
            tell(login, login, "recovery-code-used", Map.of());
        }
        return right;
    }

    void tell(String login, String by, String what, Map<String, String> facts) {
        LogInChanged changed = jdbc.sql("select client_id, name, mail, language from app_user where login = ?")
                .param(login)
                .query((row, n) -> new LogInChanged(
                        row.getString("client_id") == null ? null : new ClientId(row.getString("client_id")), login,
                        row.getString("name"), row.getString("mail"), row.getString("language"), what))
                .single();
        publisher.publishEvent(new UserChanged(changed.client(), by, login, what, facts));
        if (TOLD.contains(what)) {
            publisher.publishEvent(changed);
        }
    }

    static AccessRefused unreadable() {
        return new AccessRefused(
                "access.second.unreadable",
                "Your second factor cannot be read any more. Use a recovery code, or ask your administrator to reset it.");
    }

    static AccessRefused wrong() {
        return new AccessRefused(
                "access.second.wrong", "This code is wrong, too old, or was used already. Wait for the next one.");
    }

    static AccessRefused waiting() {
        return new AccessRefused("access.second.wait", "Too many wrong codes. Wait five minutes, then try again.");
    }

    private static String hash(String login, String code) {
        return PasswordLinks.hash(login + '\0' + code);
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

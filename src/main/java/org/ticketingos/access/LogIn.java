package org.ticketingos.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Says who somebody is, by log-in name and password, and with a code where there is a second factor. Guessing is slowed down per log-in name. A password just proven
 * is not hashed again for a minute, or every API call would cost what hashing is meant to cost an attacker. Being the
 * only provider among the beans, it is asked once for every chain; a chain that names it again counts each try twice.
 */
@Component
public class LogIn implements AuthenticationProvider {

    /** Wrong passwords in a row before a name has to wait. */
    static final int TRIES = 5;

    /** How long it has to wait. */
    static final Duration WAIT = Duration.ofMinutes(5);

    private static final Duration PROVEN = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 10_000;

    private final Users users;
    private final AccessKeys keys;
    private final SecondFactors factors;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodysPassword;
    private final SecretKeySpec key;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Map<String, Instant> proven = new ConcurrentHashMap<>();

    LogIn(Users users, AccessKeys keys, SecondFactors factors, PasswordEncoder passwords, Clock clock) {
        this.users = users;
        this.keys = keys;
        this.factors = factors;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysPassword = passwords.encode("nobody");
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        Instant now = clock.instant();
        Failures failed = failures.getOrDefault(login, Failures.NONE);
        if (failed.count() >= TRIES && now.isBefore(failed.last().plus(WAIT))) {
            throw new LockedException("too many wrong passwords");
        }
        ApiCall call = attempt.getDetails() instanceof ApiCall api ? api : null;
        boolean key = call != null && AccessKeys.isKey(password);
        Account user = key ? byKey(login, password, now) : byPassword(login, password, now);
        if (!user.isEnabled()) {
            throw new DisabledException("the account is switched off");
        }
        failures.remove(login);
        if (call != null && call.code() != null && user.hasSecondFactor()) {
            String code = call.code();
            prove(user, Scope.system(() -> factors.check(login, code)));
        }
        if (!key && user.needsCode() && user.proven() == null) {
            throw new CodeMissing(user);
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    }

    private void prove(Account user, SecondFactors.@Nullable Outcome outcome) {
        if (outcome != SecondFactors.Outcome.RIGHT) {
            throw new CodeRefused(outcome == SecondFactors.Outcome.WAIT);
        }
        user.prove(clock.instant());
    }

    private Account byPassword(String login, String password, Instant now) {
        Account user = user(login, password);
        String proof = proof(login, password, user.getPassword());
        if (!now.isBefore(proven.getOrDefault(proof, Instant.MIN))) {
            if (!passwords.matches(password, user.getPassword())) {
                throw wrong(login, now);
            }
            forgetOld(now);
            proven.put(proof, now.plus(PROVEN));
        }
        return user;
    }

    private Account byKey(String login, String key, Instant now) {
        return Optional.ofNullable(Scope.system(() -> keys.opens(login, key)))
                .filter(opens -> opens)
                .flatMap(opens -> users.account(login))
                .orElseThrow(() -> wrong(login, now));
    }

    /** An unknown name takes as long as a known one, so that names cannot be found out by the clock. */
    private Account user(String login, String password) {
        return users.account(login).orElseThrow(() -> {
            passwords.matches(password, nobodysPassword);
            return wrong(login, clock.instant());
        });
    }

    private BadCredentialsException wrong(String login, Instant now) {
        forgetOld(now);
        failures.merge(login, new Failures(1, now), (before, one) -> {
            boolean longAgo = before.last().plus(WAIT).isBefore(now);
            return new Failures(longAgo ? 1 : before.count() + 1, now);
        });
        return new BadCredentialsException("wrong log-in name or password");
    }

    private void forgetOld(Instant now) {
        proven.values().removeIf(until -> until.isBefore(now));
        if (failures.size() > MOST_NAMES) {
            failures.values().removeIf(failed -> failed.last().plus(WAIT).isBefore(now));
        }
    }

    private String proof(String login, String password, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String text = login + '\0' + password + '\0' + hash;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private record Failures(int count, Instant last) {
        static final Failures NONE = new Failures(0, Instant.EPOCH);
    }
}

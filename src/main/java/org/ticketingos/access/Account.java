package org.ticketingos.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A user as Spring Security sees one. */
public final class Account implements UserDetails, CredentialsContainer {

    private final CurrentUser user;
    private final boolean active;
    private final int stamp;
    private final int passwordMark;
    private final Set<String> apart;
    private final boolean secondFactor;
    private final boolean demanded;
    private volatile @Nullable Instant proven;
    private String password;

    Account(CurrentUser user, String password, boolean active) {
        this(user, password, active, 0, Set.of(), false, false);
    }

    /**
     * @param apart ids of clients this person is kept apart from
     * @param secondFactor has one
     * @param demanded has to have one
     */
    Account(
            CurrentUser user, String password, boolean active, int stamp, Set<String> apart, boolean secondFactor,
            boolean demanded) {
        this.apart = apart;
        this.secondFactor = secondFactor;
        this.demanded = demanded;
        this.user = user;
        this.password = password;
        this.active = active;
        this.stamp = stamp;
        this.passwordMark = password.hashCode();
    }

    Sight sight() {
        return Sight.of(user, apart);
    }

    /** Whether nothing has changed that a running session must notice. */
    boolean isStill(Account known) {
        return stamp == known.stamp && apart.equals(known.apart);
    }

    /** Whether both were logged in with the same password; survives the erasing of the password itself. */
    boolean hasPasswordOf(Account other) {
        return passwordMark == other.passwordMark;
    }

    boolean hasSecondFactor() {
        return secondFactor;
    }

    /** Whether the password alone is not enough. */
    boolean needsCode() {
        return secondFactor || demanded;
    }

    /** When this session, or this call, last gave a code; null when never. */
    @Nullable Instant proven() {
        return proven;
    }

    void prove(@Nullable Instant at) {
        proven = at;
    }

    public CurrentUser user() {
        return user;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return user.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return user.login();
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public void eraseCredentials() {
        password = "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that && that.user.login().equals(user.login());
    }

    @Override
    public int hashCode() {
        return List.of(user.login()).hashCode();
    }
}

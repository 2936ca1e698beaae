package org.ticketingos.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private String password;

    Account(CurrentUser user, String password, boolean active) {
        this(user, password, active, 0, Set.of());
    }

    /** @param apart ids of clients this person is kept apart from */
    Account(CurrentUser user, String password, boolean active, int stamp, Set<String> apart) {
        this.apart = apart;
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

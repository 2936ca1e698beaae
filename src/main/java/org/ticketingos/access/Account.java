package org.ticketingos.access;

import java.util.Collection;
import java.util.List;
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
    private String password;

    Account(CurrentUser user, String password, boolean active) {
        this(user, password, active, 0);
    }

    Account(CurrentUser user, String password, boolean active, int stamp) {
        this.user = user;
        this.password = password;
        this.active = active;
        this.stamp = stamp;
        this.passwordMark = password.hashCode();
    }

    /** Counts changes to this account that running sessions must notice. */
    int stamp() {
        return stamp;
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

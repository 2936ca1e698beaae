package org.ticketingos.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ticketingos.client.ClientId;

/**
 * Who is asking.
 *
 * @param client the client whose person this is; null for our own staff
 * @param groups queues whose human steps this person may take
 * @param rights what a client's person may do within the company; none for our own staff
 * @param mail where this person gets mail; empty when unknown
 */
public record CurrentUser(
        String login,
        String name,
        Set<Role> roles,
        @Nullable ClientId client,
        Set<String> groups,
        ClientRights rights,
        String mail) {

    /** One of our staff, or a client's person with no rights but to see what they asked for. */
    public CurrentUser(String login, String name, Set<Role> roles, @Nullable ClientId client, Set<String> groups) {
        this(login, name, roles, client, groups, ClientRights.NONE, "");
    }

    public static CurrentUser get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    public static Optional<CurrentUser> find() {
        return account().map(Account::user);
    }

    static Optional<Account> account() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && who.getPrincipal() instanceof Account account
                ? Optional.of(account)
                : Optional.empty();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this person judges others' work and so must not learn whose it is. */
    public boolean isBlind() {
        return is(Role.REVIEWER) && !is(Role.SUPERVISOR) && !is(Role.ANALYST) && !is(Role.ADMIN) && !is(Role.AGENT);
    }

    public boolean isClient() {
        return client != null;
    }

    /** A client's person with this role; never one of our staff. */
    public boolean may(ClientRole role) {
        return client != null && rights.may(role);
    }

    /** Refuses a client's person without this role; our own staff pass. */
    public void needs(ClientRole role) {
        if (isClient() && !may(role)) {
            throw new AccessRefused("access.needs." + role.name(), switch (role) {
                case ADMINISTRATOR -> "Only an administrator of your company may do this.";
                case APPROVER -> "Only approvers of your company decide on delivered work.";
                case REQUESTER -> "You may look on, but not ask for work or write. Your administrator can change this.";
                case VIEWER -> "You may not look at this.";
            });
        }
    }
}

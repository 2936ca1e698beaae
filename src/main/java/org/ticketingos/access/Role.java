package org.ticketingos.access;

/** What a person may do. One person may have several, but CLIENT stands alone. */
public enum Role {
    AGENT,
    REVIEWER,
    CLIENT,
    SUPERVISOR,
    FINANCE,
    ANALYST,
    ADMIN
}

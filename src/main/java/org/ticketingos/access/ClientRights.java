package org.ticketingos.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one person of a client may do and see within the company.
 *
 * @param company sees all requests of the company, not only those this person has asked for
 * @param invoices sees invoices and what they charge
 */
public record ClientRights(Set<ClientRole> roles, boolean company, boolean invoices) {

    public static final ClientRights NONE = new ClientRights(Set.of(), false, false);

    /** All there is: the first person of a company has it. */
    public static final ClientRights ALL = new ClientRights(
            EnumSet.of(ClientRole.ADMINISTRATOR, ClientRole.APPROVER, ClientRole.REQUESTER), true, true);

    public ClientRights {
        roles = Set.copyOf(roles);
        // Who decides on delivered work or manages people has to see it.
        company = company || roles.contains(ClientRole.ADMINISTRATOR) || roles.contains(ClientRole.APPROVER);
    }

    public boolean may(ClientRole role) {
        return roles.contains(role);
    }
}

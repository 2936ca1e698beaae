package org.ticketingos.delivery;

import java.util.List;

/**
 * Who signs off for a client.
 *
 * @param needed how many of them have to accept
 */
public record ApprovalRule(int needed, List<Approver> approvers) {

    public ApprovalRule {
        approvers = List.copyOf(approvers);
    }
}

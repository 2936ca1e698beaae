package org.ticketingos.delivery;

import org.ticketingos.client.ClientId;

/** A client has changed who signs off; the audit remembers it. */
public record ApprovalRuleChanged(ClientId client, String by, int needed, int approvers) {}

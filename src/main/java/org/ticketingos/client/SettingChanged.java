package org.ticketingos.client;

import java.util.Map;

/**
 * Something about how we serve a client was set anew; the audit remembers it.
 *
 * @param by log-in name
 * @param what past tense, for example {@code approval-rule-changed}
 * @param facts what it is now
 */
public record SettingChanged(ClientId client, String by, String what, Map<String, String> facts) {}

package org.ticketingos.quality;

import org.ticketingos.client.ClientId;

/**
 * What the page behind the link in a survey mail shows.
 *
 * @param number the ticket's number
 * @param answered nothing is left to ask
 */
public record SurveyView(String number, String subject, boolean answered, ClientId client) {}

package org.ticketingos.quality;

import java.util.Map;
import org.ticketingos.ticket.TicketId;

/** Somebody has filled in the survey by the link in the mail; whoever runs the diagrams completes the step with it. */
public record SurveyGiven(TicketId ticket, Map<String, Object> form) {}

package org.ticketingos.billing;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.TicketId;

/**
 * What charges are compared with each other: those of one ticket, or of one rate in one month of a contract.
 *
 * @param ticket null for a month
 */
record Account(Contract contract, @Nullable TicketId ticket, String rateId, YearMonth period) {}

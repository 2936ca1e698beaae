package org.ticketingos.delivery.dataentry;

import java.math.BigDecimal;

/**
 * All keyed documents of a ticket together before the gate {@code data-entry-gates}.
 *
 * @param open documents neither recorded nor rejected
 * @param fields keyed fields over all recorded documents
 * @param contradicted fields in which the page proves another value than was keyed
 * @param accuracy share of fields nothing contradicts, 0 to 1; 1 when there is no field
 * @param target the contract's accuracy, for example 0.998 (GATE-1)
 */
public record KeyedTicket(
        int documents, int open, int fields, int contradicted, BigDecimal accuracy, BigDecimal target) {}

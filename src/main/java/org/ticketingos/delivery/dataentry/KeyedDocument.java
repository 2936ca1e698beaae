package org.ticketingos.delivery.dataentry;

/**
 * One keyed document before the gate {@code data-entry-gates}.
 *
 * @param label how people call it on this ticket: "Document 2"
 * @param type {@code invoice}, {@code purchase-order}, {@code goods-receipt} or {@code stock-sheet}
 * @param addsUp net + tax = total, or no such three amounts on it
 * @param taxIdHolds the check digit of the tax id holds, or there is none on it
 * @param amountsWellFormed every amount is a number of at most two decimals
 * @param dateInWindow not in the future, not older than ten years
 * @param hasLedgerCode a ledger code of the client's chart of accounts is chosen; always true where none is needed
 * @param keyedTwice another document of the ticket has the same vendor, number and total
 * @param contradicted fields in which the page proves another value than was keyed
 */
public record KeyedDocument(
        String label,
        String type,
        boolean hasVendor,
        boolean hasNumber,
        boolean hasDate,
        boolean hasTotal,
        boolean addsUp,
        boolean taxIdHolds,
        boolean amountsWellFormed,
        boolean dateInWindow,
        boolean hasLedgerCode,
        boolean keyedTwice,
        int contradicted) {}

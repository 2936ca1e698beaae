package org.ticketingos.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Money;

/**
 * A posted invoice; nothing but its state ever changes.
 *
 * @param number legal serial number
 * @param period the month it was gathered for
 * @param state POSTED, SENT, PART_PAID, PAID, OVERDUE, DISPUTED or CREDITED
 * @param placeOfSupply code and name
 * @param sgst SGST, or UTGST in a union territory
 * @param roundOff added to reach the total
 * @param words the total in words
 * @param notes sentences the law or our own doubt puts on the document
 * @param document the stored PDF
 */
public record Invoice(
        UUID id,
        ClientId client,
        String contractId,
        String number,
        YearMonth period,
        String state,
        LocalDate date,
        LocalDate due,
        Instant postedAt,
        Supply supply,
        String placeOfSupply,
        Money net,
        Money cgst,
        Money sgst,
        Money igst,
        Money roundOff,
        Money total,
        String words,
        List<String> notes,
        UUID document) {

    Invoice storedAs(UUID pdf) {
        return new Invoice(
                id, client, contractId, number, period, state, date, due, postedAt, supply, placeOfSupply, net, cgst,
                sgst, igst, roundOff, total, words, notes, pdf);
    }

    public Money tax() {
        return cgst.plus(sgst).plus(igst);
    }
}

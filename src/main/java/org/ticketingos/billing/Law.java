package org.ticketingos.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.billing.TaxRules.Rule;

/**
 * The dated rules one invoice uses.
 *
 * @param exchange rupees for one unit of the invoice's currency; null where not needed or not on record
 */
record Law(String sac, BigDecimal percent, @Nullable Rule exchange, boolean exchangeNeeded, List<Rule> rules) {

    static Law none() {
        return new Law("-", BigDecimal.ZERO, null, false, List.of());
    }

    static Law of(TaxRules book, String country, String line, Currency currency, LocalDate day, Instant known) {
        Rule sac = book.on(country, "sac/" + line, day, known);
        Rule percent = book.on(country, "gst-rate", day, known);
        boolean foreign = !currency.getCurrencyCode().equals("INR");
        Rule exchange = foreign
                ? book.find(country, "exchange/" + currency.getCurrencyCode(), day, known).orElse(null)
                : null;
        List<Rule> used = new ArrayList<>(List.of(sac, percent));
        if (exchange != null) {
            used.add(exchange);
        }
        return new Law(sac.value(), new BigDecimal(percent.value()), exchange, foreign, used);
    }

    List<Long> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }
}

package org.ticketingos.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ticketingos.billing.TaxRules.Rule;
import org.ticketingos.client.Money;
import org.ticketingos.client.MoneyText;

/** Sentences that the law, or our own doubt, puts on an invoice. */
class Notes {

    private Notes() {}

    static List<String> of(Supply supply, Law law, Money total, Locale reader) {
        List<String> notes = new ArrayList<>();
        switch (supply) {
            case EXPORT_UNDER_LUT -> notes.add("Supply meant for export under bond or letter of undertaking without"
                    + " payment of integrated tax.");
            case EXPORT_WITH_TAX -> notes.add("Supply meant for export on payment of integrated tax.");
            case INTRA_STATE, INTER_STATE -> notes.add("Tax is not payable on reverse charge.");
            case OUTSIDE_GST -> {}
        }
        if (law.exchangeNeeded()) {
            notes.add(inRupees(law, total, reader));
        }
        String doubtful = law.rules().stream()
                .filter(rule -> !rule.verified())
                .map(Notes::name)
                .collect(Collectors.joining(", "));
        if (!doubtful.isEmpty()) {
            notes.add("Not yet confirmed by two people: " + doubtful + ".");
        }
        return notes;
    }

    private static String inRupees(Law law, Money total, Locale reader) {
        Rule rate = law.exchange();
        if (rate == null) {
            return "The value in Indian rupees is missing: no exchange rate is on record for this day.";
        }
        Money rupees = new Money(total.amount().multiply(new BigDecimal(rate.value())),
                Currency.getInstance("INR"));
        return "Value in Indian rupees: %s (1 %s = %s INR, %s)."
                .formatted(MoneyText.format(rupees, reader), total.currency(), rate.value(), rate.source());
    }

    private static String name(Rule rule) {
        return rule.code().startsWith("sac/")
                ? "SAC " + rule.value()
                : rule.code().equals("gst-rate") ? "GST rate " + rule.value() + " %" : "exchange rate " + rule.value();
    }
}

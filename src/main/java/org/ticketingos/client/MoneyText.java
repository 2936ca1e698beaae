package org.ticketingos.client;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Money as people write and say it. By ICU4J, because JDK 17 groups Indian amounts by thousands. */
public class MoneyText {

    private static final Map<String, String> SMALL_COINS =
            Map.of("INR", "paise", "USD", "cents", "EUR", "cents", "GBP", "pence", "AED", "fils");

    private MoneyText() {}

    /** {@code ₹3,07,200.00} for an Indian reader, {@code 1.234.567,50 €} for a German one. */
    public static String format(Money money, Locale reader) {
        return NumberFormatter.withLocale(reader)
                .unit(Currency.getInstance(money.currency().getCurrencyCode()))
                .precision(Precision.fixedFraction(money.currency().getDefaultFractionDigits()))
                .format(money.amount())
                .toString();
    }

    /** The bare number in the reader's grouping, with as many decimals as it needs and at least {@code decimals}. */
    public static String number(BigDecimal value, int decimals, Locale reader) {
        return NumberFormatter.withLocale(reader)
                .precision(Precision.minMaxFraction(decimals, Math.max(decimals, 6)))
                .format(value)
                .toString();
    }

    /** {@code three lakh seven thousand two hundred Indian rupees}; small coins follow as {@code and fifty paise}. */
    public static String inWords(Money money, Locale reader) {
        ULocale locale = ULocale.forLocale(reader);
        BigDecimal amount = money.amount().abs();
        BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
        String words = spell(whole, locale) + " " + coins(money, whole, locale);
        int digits = money.currency().getDefaultFractionDigits();
        BigDecimal rest = amount.subtract(whole).movePointRight(digits);
        if (rest.signum() != 0) {
            String coin = SMALL_COINS.getOrDefault(money.currency().getCurrencyCode(), "/ 1" + "0".repeat(digits));
            words += " and " + (coin.startsWith("/") ? rest.toPlainString() : spell(rest, locale)) + " " + coin;
        }
        return money.amount().signum() < 0 ? "minus " + words : words;
    }

    static String spell(BigDecimal whole, ULocale locale) {
        return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(whole.longValueExact());
    }

    private static String coins(Money money, BigDecimal whole, ULocale locale) {
        String plural = BigDecimal.ONE.compareTo(whole) == 0 ? "one" : "other";
        return Currency.getInstance(money.currency().getCurrencyCode())
                .getName(locale, Currency.PLURAL_LONG_NAME, plural, null);
    }
}

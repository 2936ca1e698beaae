package org.ticketingos.billing;

import java.util.Currency;
import java.util.Locale;
import org.ticketingos.client.Client;

/**
 * Where a service counts as supplied (IGST Act s.12 and s.13(2)): at the recipient's; at the supplier's when an
 * Indian recipient's state is not on record. Special economic zones, intermediaries and services tied to a place are
 * not told apart.
 *
 * @param label state code and name, or the country
 */
record PlaceOfSupply(Supply supply, String label) {

    private static final String INDIA = "IN";
    private static final String OUTSIDE_INDIA = "96";

    static PlaceOfSupply of(Supplier supplier, Client client, Currency paidIn) {
        if (!supplier.country().equals(INDIA)) {
            return new PlaceOfSupply(Supply.OUTSIDE_GST, client.country());
        }
        if (!client.country().equals(INDIA)) {
            return new PlaceOfSupply(abroad(supplier, paidIn), OUTSIDE_INDIA + "-" + country(client));
        }
        String state = client.stateCode() == null ? supplier.stateCode() : client.stateCode();
        return new PlaceOfSupply(
                state.equals(supplier.stateCode()) ? Supply.INTRA_STATE : Supply.INTER_STATE, State.label(state));
    }

    /** IGST Act s.2(6): an export is paid for in convertible exchange. */
    private static Supply abroad(Supplier supplier, Currency paidIn) {
        if (paidIn.getCurrencyCode().equals("INR")) {
            return Supply.INTER_STATE;
        }
        return supplier.lut().isBlank() ? Supply.EXPORT_WITH_TAX : Supply.EXPORT_UNDER_LUT;
    }

    static String country(Client client) {
        return new Locale.Builder().setRegion(client.country()).build().getDisplayCountry(Locale.UK);
    }
}

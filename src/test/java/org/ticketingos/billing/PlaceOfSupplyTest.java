package org.ticketingos.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;

class PlaceOfSupplyTest {

    @Test
    void a_client_in_our_state_is_supplied_there() {
        assertThat(place("IN", "29", "INR", "LUT1"))
                .isEqualTo(new PlaceOfSupply(Supply.INTRA_STATE, "29-Karnataka"));
    }

    @Test
    void a_client_in_another_state_is_supplied_there() {
        assertThat(place("IN", "27", "INR", "LUT1"))
                .isEqualTo(new PlaceOfSupply(Supply.INTER_STATE, "27-Maharashtra"));
    }

    @Test
    void an_indian_client_without_a_state_on_record_is_supplied_at_ours() {
        assertThat(place("IN", null, "INR", "LUT1").supply()).isEqualTo(Supply.INTRA_STATE);
    }

    @Test
    void a_client_abroad_who_pays_in_its_currency_is_an_export() {
        assertThat(place("GB", null, "GBP", "LUT1"))
                .isEqualTo(new PlaceOfSupply(Supply.EXPORT_UNDER_LUT, "96-United Kingdom"));
        assertThat(place("GB", null, "GBP", "").supply()).isEqualTo(Supply.EXPORT_WITH_TAX);
    }

    @Test
    void a_client_abroad_who_pays_in_rupees_is_no_export() {
        assertThat(place("GB", null, "INR", "LUT1").supply()).isEqualTo(Supply.INTER_STATE);
    }

    @Test
    void a_state_code_nobody_has_is_a_fault() {
        assertThatThrownBy(() -> place("IN", "99", "INR", "LUT1")).hasMessageContaining("99");
    }

    @Test
    void a_supplier_with_a_mistyped_gstin_does_not_start() {
        assertThatThrownBy(() -> SampleSupplier.with("29AAFCT4821K1Z1", "LUT1")).hasMessageContaining("gstin");
    }

    private static PlaceOfSupply place(String country, @Nullable String state, String currency, String lut) {
        Client client = new Client(
                new ClientId("acme"), "Acme Traders", "1 Main Road", country, state, null,
                ZoneId.of("Asia/Kolkata"), Locale.UK, "pay@acme.example");
        return PlaceOfSupply.of(
                SampleSupplier.with("29AAFCT4821K1Z0", lut), client, Currency.getInstance(currency));
    }
}

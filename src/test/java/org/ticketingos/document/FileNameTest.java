package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "invoice 12.pdf, invoice 12.pdf",
        "../../etc/passwd, passwd",
        "C:\\scans\\a.pdf, a.pdf",
        "'', document",
        "..., document",
        ".hidden, hidden",
        "a<b>:c.pdf, a_b__c.pdf",
        "Rechnung März.pdf, Rechnung März.pdf",
        "चालान.pdf, चालान.pdf"
    })
    void a_name_is_shown_without_path_and_reserved_characters(String sent, String shown) {
        assertThat(FileName.clean(sent)).isEqualTo(shown);
    }

    @Test
    void direction_and_control_characters_cannot_disguise_an_ending() {
        assertThat(FileName.clean("invoice\u202Efdp.exe\u0000\r\n")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void a_long_name_keeps_its_ending_and_fits_255_bytes() {
        String shown = FileName.clean("₹".repeat(300) + ".pdf");

        assertThat(shown).endsWith("₹.pdf");
        assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
    }
}

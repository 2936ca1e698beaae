package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

    @Test
    void the_content_decides_not_the_name() {
        assertThat(MediaTypes.of(bytes("%PDF-1.7 ..."), "a.txt", "text/plain")).isEqualTo("application/pdf");
        assertThat(MediaTypes.of(bytes("\u0089PNG\r\n\u001a\n..."), "a.pdf", "application/pdf"))
                .isEqualTo("image/png");
        assertThat(MediaTypes.of(bytes("\u00ff\u00d8\u00ff\u00e0"), "a", "")).isEqualTo("image/jpeg");
        assertThat(MediaTypes.of(bytes("II*\0...."), "a", "")).isEqualTo("image/tiff");
        assertThat(MediaTypes.of(bytes("MZ\u0090\0\u0003"), "invoice.pdf", "application/pdf"))
                .isEqualTo("application/octet-stream");
    }

    @Test
    void a_web_page_is_never_kept_as_one() {
        assertThat(MediaTypes.of(bytes("<html><script>"), "a.html", "text/html")).isEqualTo("text/plain");
        assertThat(MediaTypes.of(bytes("PK\u0003\u0004..."), "a.docx", "text/html")).isEqualTo("application/zip");
    }

    @Test
    void tables_and_office_files_keep_their_kind() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        assertThat(MediaTypes.of(bytes("PK\u0003\u0004..."), "a.docx", word)).isEqualTo(word);
        assertThat(MediaTypes.of(bytes("a,b\n1,2\n"), "A.CSV", "")).isEqualTo("text/csv");
        assertThat(MediaTypes.of(new byte[0], "empty", "")).isEqualTo("text/plain");
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}

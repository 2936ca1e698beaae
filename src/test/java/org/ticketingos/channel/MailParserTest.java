package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MailParserTest {

    private static final int MEGABYTE = 1024 * 1024;
    private final MailParser parser = new MailParser();

    @Test
    void an_empty_mail_is_a_message_without_words() {
        ParsedMail mail = parse(new byte[0]);

        assertThat(mail.message().from()).isEmpty();
        assertThat(mail.message().text()).isEmpty();
        assertThat(mail.message().attachments()).isEmpty();
    }

    @Test
    void a_mail_without_from_has_no_sender() {
        ParsedMail mail = parse("Subject: Help\n\nIt burns.");

        assertThat(mail.readable()).isTrue();
        assertThat(mail.message().from()).isEmpty();
        assertThat(mail.message().subject()).isEqualTo("Help");
        assertThat(mail.message().text()).isEqualTo("It burns.");
    }

    @Test
    void the_address_is_found_however_it_is_written() {
        assertThat(parse("From: \"Rao, Amy (Acme)\" <amy@acme.example>\n\n").message().from())
                .isEqualTo("amy@acme.example");
        assertThat(parse("From: amy@acme.example (Amy)\n\n").message().from()).isEqualTo("amy@acme.example");
        assertThat(parse("From: Amy Rao amy@acme.example>\n\n").message().from()).isEqualTo("amy@acme.example");
        assertThat(parse("From: nobody\n\n").message().from()).isEmpty();
    }

    @Test
    void twenty_nested_forwards_are_read_to_the_innermost() {
        String mail = "Subject: level 20\nContent-Type: text/plain\n\nThe invoice is attached at the very bottom.";
        for (int level = 19; level >= 0; level--) {
            mail = "From: amy@acme.example\nSubject: level " + level + "\nContent-Type: message/rfc822\n\n" + mail;
        }

        ParsedMail read = parse(mail);

        assertThat(read.readable()).isTrue();
        assertThat(read.message().subject()).isEqualTo("level 0");
        assertThat(read.message().text()).endsWith("The invoice is attached at the very bottom.");
    }

    @Test
    void a_forward_nested_deeper_is_attached_unopened() {
        String mail = "Subject: innermost\n\nWords.";
        for (int level = 0; level < 200; level++) {
            mail = "Subject: level\nContent-Type: message/rfc822\n\n" + mail;
        }

        ParsedMail read = parse(mail);

        assertThat(read.readable()).isTrue();
        assertThat(read.message().attachments()).singleElement().satisfies(rest -> {
            assertThat(rest.mediaType()).isEqualTo("message/rfc822");
            assertThat(new String(rest.bytes(), StandardCharsets.US_ASCII)).contains("innermost");
        });
    }

    @Test
    void a_forwarded_mail_brings_its_files() {
        ParsedMail read = parse("""
                From: amy@acme.example
                Subject: Fwd: Invoice
                Content-Type: multipart/mixed; boundary=outer

                --outer

                See below.
                --outer
                Content-Type: message/rfc822

                From: vendor@supplier.example
                Subject: Invoice
                Content-Type: multipart/mixed; boundary=inner

                --inner

                Our invoice.
                --inner
                Content-Type: application/pdf; name="invoice.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --inner--
                --outer--
                """);

        assertThat(read.message().text())
                .isEqualTo("See below.\n\nForwarded message from vendor@supplier.example: Invoice\n\nOur invoice.");
        assertThat(read.message().attachments()).extracting(Attachment::name).containsExactly("invoice.pdf");
    }

    @Test
    void a_wrong_charset_still_gives_the_right_letters() {
        byte[] utf8DeclaredAscii = bytes("Content-Type: text/plain; charset=us-ascii\n\nGrüße", StandardCharsets.UTF_8);
        byte[] latinDeclaredUtf8 =
                bytes("Content-Type: text/plain; charset=utf-8\n\nGrüße", StandardCharsets.ISO_8859_1);
        byte[] unknown = bytes("Content-Type: text/plain; charset=x-klingon\n\nGrüße", StandardCharsets.UTF_8);
        byte[] japanese =
                bytes("Content-Type: text/plain; charset=iso-2022-jp\n\n請求書", Charset.forName("ISO-2022-JP"));

        assertThat(parse(utf8DeclaredAscii).message().text()).isEqualTo("Grüße");
        assertThat(parse(latinDeclaredUtf8).message().text()).isEqualTo("Grüße");
        assertThat(parse(unknown).message().text()).isEqualTo("Grüße");
        assertThat(parse(japanese).message().text()).isEqualTo("請求書");
    }

    @Test
    void a_subject_is_decoded_or_read_as_it_stands() {
        assertThat(parse("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\n").message().subject()).isEqualTo("Grüße");
        assertThat(parse("Subject: Grüße\n\n").message().subject()).isEqualTo("Grüße");
        assertThat(parse("Subject: =?x-klingon?q?nuqneH?=\n\n").message().subject()).contains("nuqneH");
    }

    @Test
    void a_file_of_25_MB_is_taken() {
        byte[] file = new byte[25 * MEGABYTE];
        Arrays.fill(file, (byte) 'x');

        ParsedMail read = parse(withFile("scan.bin", "application/octet-stream", file));

        assertThat(read.message().attachments()).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("scan.bin");
            assertThat(kept.bytes()).hasSize(25 * MEGABYTE);
        });
    }

    @Test
    void a_larger_file_comes_as_the_unopened_mail() {
        byte[] raw = withFile("scan.bin", "application/octet-stream", new byte[25 * MEGABYTE + 1]);

        ParsedMail read = parse(raw);

        assertThat(read.message().subject()).isEqualTo("Scan");
        assertThat(read.message().text()).contains("25 MB");
        assertThat(read.message().attachments()).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("mail.eml");
            assertThat(kept.bytes()).isEqualTo(raw);
        });
    }

    @Test
    void a_zip_within_a_zip_is_kept_as_it_is() throws IOException {
        byte[] outer = zip("inner.zip", zip("invoice.pdf", new byte[] {1, 2, 3}));

        ParsedMail read = parse(withFile("papers.zip", "application/zip", outer));

        assertThat(read.message().attachments()).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("papers.zip");
            assertThat(kept.bytes()).isEqualTo(outer);
        });
    }

    @Test
    void a_mail_of_501_parts_is_unreadable_and_attached_as_it_came() {
        StringBuilder mail = new StringBuilder("From: amy@acme.example\nContent-Type: multipart/mixed; boundary=b\n\n");
        mail.append("--b\n\nx\n".repeat(501)).append("--b--\n");

        ParsedMail read = parse(mail.toString());

        assertThat(read.readable()).isFalse();
        assertThat(read.message().subject()).isEqualTo("Unreadable mail");
        assertThat(read.message().from()).isEqualTo("amy@acme.example");
        assertThat(read.message().text()).contains("more than 500 parts");
        assertThat(read.message().attachments()).extracting(Attachment::name).containsExactly("mail.eml");
    }

    @Test
    void endless_headers_make_a_mail_unreadable() {
        ParsedMail read = parse("X-A: " + "a".repeat(300_000) + "\n\nWords.");

        assertThat(read.readable()).isFalse();
        assertThat(read.message().text()).contains("256 kB");
    }

    @Test
    void html_alone_is_read_as_words_with_quotes_marked() {
        ParsedMail read = parse("""
                Content-Type: text/html; charset=utf-8

                <html><head><style>p {color: red}</style></head><body><p>Please&nbsp;enter:</p>
                <ul><li>one</li><li>two</li></ul><a href="https://x.example/a">here</a>
                <blockquote>older words<br>more</blockquote><script>alert(1)</script></body></html>""");

        assertThat(read.message().text()).isEqualTo("""
                Please enter:

                - one
                - two
                here (https://x.example/a)
                > older words
                > more""");
    }

    @Test
    void of_two_versions_the_plain_one_is_read_and_files_are_taken_from_both() {
        ParsedMail read = parse("""
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                Plain words.
                --a
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/html

                <p>Html words.</p>
                --m
                Content-Type: application/pdf; name=invoice.pdf

                %PDF
                --m--
                --a--
                """);

        assertThat(read.message().text()).isEqualTo("Plain words.");
        assertThat(read.message().attachments()).extracting(Attachment::name).containsExactly("invoice.pdf");
    }

    @Test
    void a_multipart_mail_without_its_boundary_is_read_as_words() {
        ParsedMail read = parse("Content-Type: multipart/mixed; boundary=gone\n\nJust words.");

        assertThat(read.readable()).isTrue();
        assertThat(read.message().text()).isEqualTo("Just words.");
    }

    @Test
    void broken_transfer_encodings_lose_no_words() {
        assertThat(parse("Content-Transfer-Encoding: 7-bit\n\nWords.").message().text()).isEqualTo("Words.");
        assertThat(parse("Content-Transfer-Encoding: base64\n\nV29yZHMu=!").message().text()).contains("Words.");
    }

    @Test
    void file_names_keep_no_path_and_no_disguise() {
        ParsedMail read = parse(withFile("../../etc/invoice\u202Efdp.exe", "application/pdf", new byte[] {1}));

        assertThat(read.message().attachments()).extracting(Attachment::name).containsExactly("invoicefdp.exe");
    }

    @Test
    void a_small_logo_within_the_text_is_no_file_but_a_pasted_scan_is() {
        assertThat(parse(withPicture(2_000)).message().attachments()).isEmpty();
        assertThat(parse(withPicture(60_000)).message().attachments()).hasSize(1);
    }

    @Test
    void a_mail_that_is_only_a_picture_is_a_file_however_small() {
        ParsedMail read = parse("Content-Type: image/png; name=p.png\nContent-ID: <x>\n\nPNG");

        assertThat(read.message().attachments()).extracting(Attachment::name).containsExactly("p.png");
    }

    @Test
    void words_without_any_headers_are_attached_as_they_came() {
        byte[] raw = "Please call me back.\r\nIt is urgent.".getBytes(StandardCharsets.UTF_8);

        assertThat(parse(raw).message().attachments()).extracting(Attachment::bytes).containsExactly(raw);
    }

    @Test
    void a_mail_with_an_empty_body_is_just_empty() {
        assertThat(parse("From: amy@acme.example\nSubject: \n\n\n").message().attachments()).isEmpty();
    }

    @Test
    void a_forwarded_mail_that_was_encoded_is_read() {
        String inner = Base64.getMimeEncoder().encodeToString("Subject: Invoice\n\nWords.".getBytes(StandardCharsets.UTF_8));

        ParsedMail read = parse("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + inner);

        assertThat(read.message().text()).endsWith("Words.");
    }

    @Test
    void a_very_long_text_is_cut_and_attached_whole() {
        ParsedMail read = parse("Subject: Log\n\n" + "line of a log\n".repeat(50_000));

        assertThat(read.message().text()).hasSizeLessThan(501_000).endsWith("mail-text.txt.");
        assertThat(read.message().attachments()).singleElement()
                .satisfies(kept -> assertThat(kept.bytes()).hasSizeGreaterThan(690_000));
    }

    @Test
    void random_bytes_are_a_message_too() {
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(4_000)];
            random.nextBytes(noise);
            assertThat(parse(noise).message()).isNotNull();
        }
    }

    private static String withPicture(int size) {
        return "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Regards<img src=cid:x>\n--b\n"
                + "Content-Type: image/png; name=p.png\nContent-ID: <x>\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(new byte[size]) + "\n--b--\n";
    }

    private static byte[] withFile(String name, String type, byte[] file) {
        String head = "From: amy@acme.example\nSubject: Scan\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWords.\n--b\n"
                + "Content-Type: " + type + "\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Transfer-Encoding: base64\n\n";
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        mail.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        mail.writeBytes(Base64.getMimeEncoder().encode(file));
        mail.writeBytes("\n--b--\n".getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String mail, Charset charset) {
        return mail.getBytes(charset);
    }

    private ParsedMail parse(String mail) {
        return parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    private ParsedMail parse(byte[] mail) {
        return parser.parse(mail, "test", Instant.EPOCH);
    }
}

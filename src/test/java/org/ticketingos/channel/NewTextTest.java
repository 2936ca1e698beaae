package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewTextTest {

    @Test
    void words_above_the_quoted_mail_are_kept() {
        assertThat(NewText.of("""
                Please correct item 4.

                On Wed, 21 Jan 2026 at 09:00, TicketingOS Support
                <support@ticketingos.example> wrote:

                > The invoice is entered.""")).isEqualTo("Please correct item 4.");
    }

    @Test
    void words_below_and_between_quoted_lines_are_kept() {
        assertThat(NewText.of("""
                Am 21.01.2026 um 09:00 schrieb Support:
                > Which vendor?
                Sharma Paper.
                > Which month?
                January.""")).isEqualTo("Sharma Paper.\nJanuary.");
    }

    @Test
    void a_block_of_header_lines_ends_the_words() {
        assertThat(NewText.of("""
                Yes, go on.

                From: Support
                Sent: Wednesday, 21 January 2026
                To: Amy
                Subject: Question

                Shall we go on?""")).isEqualTo("Yes, go on.");
    }

    @Test
    void a_forwarded_mail_is_kept_whole() {
        String text = """
                Please enter this.

                ---------- Forwarded message ---------
                From: Vendor <v@vendor.example>
                Date: Wed, 21 Jan 2026
                Subject: Invoice 17
                To: Amy

                Total 118.00""";

        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void a_signature_is_left_out() {
        assertThat(NewText.of("Go on.\n\n-- \nAmy Rao\nAcme Traders")).isEqualTo("Go on.");
        assertThat(NewText.of("Go on.\n\nSent from my iPhone")).isEqualTo("Go on.");
        assertThat(NewText.of("Go on.\n\nKind regards,\nAmy Rao")).isEqualTo("Go on.");
    }

    @Test
    void thanks_before_the_request_is_no_signature() {
        assertThat(NewText.of("Hello,\nThanks!\nCould you also send the total of the second invoice by tomorrow?"))
                .endsWith("by tomorrow?");
    }

    @Test
    void a_mail_of_quotes_alone_is_kept_as_it_is() {
        assertThat(NewText.of("> only\n> quotes")).isEqualTo("> only\n> quotes");
    }
}

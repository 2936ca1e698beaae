package org.ticketingos.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ticketingos.client.ClientId;

/** Who may be believed, read from headers, names and words. */
class SenderTrustTest {

    private static MailRoom room;
    private ClientId acme;
    private String amy;

    @BeforeAll
    static void open_the_door() {
        room = new MailRoom(Map.of("ticketingos.mail.proof-by", "mx.ours.example"));
    }

    @AfterAll
    static void close_the_door() {
        room.close();
    }

    @BeforeEach
    void a_client_of_our_own() {
        room.clock.set(MailRoom.MORNING);
        acme = room.client();
        amy = MailRoom.mailOf("amy", acme);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mx.ours.example; spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example; dmarc=pass header.from=a.example"
                + " | dkim=pass dmarc=pass spf=pass",
        "MX.ours.example 1; dmarc=FAIL (p=reject; dis=none) header.from=a.example; spf=softfail | dmarc=fail spf=softfail",
        "mx.ours.example; dkim=fail header.d=a.example; dkim=pass header.d=b.example | dkim=pass",
        "mx.ours.example; none | ''",
        "mx.evil.example; dmarc=pass | ''",
        "mx.ours.example.evil.example; dmarc=pass | ''",
        "mx.ours.example; x-note=\"dmarc=pass\" | ''",
        "'' | ''"
    })
    void only_our_own_mail_server_is_believed(String header, String results) {
        Map<String, String> found = MailProofs.of(header, "mx.ours.example");

        assertThat(found.entrySet().stream().map(Object::toString).sorted().toList())
                .isEqualTo(results.isEmpty() ? List.of() : List.of(results.split(" ")));
        assertThat(MailProofs.of(header, "")).isEmpty();
    }

    @Test
    void the_finding_of_our_server_counts_and_not_one_the_sender_wrote_below_it() {
        SenderTrust trust = arrive("Authentication-Results: mx.ours.example; dmarc=fail header.from=x\n"
                + "Authentication-Results: mx.ours.example; dmarc=pass header.from=x\n", "Please enter the invoice.");

        assertThat(trust.dmarc()).isEqualTo("fail");
        assertThat(trust.verdict()).isEqualTo(SenderTrust.Verdict.DOUBTFUL);
        assertThat(trust.warnings()).singleElement().asString().contains("forged");
    }

    @Test
    void a_proved_sender_needs_no_warning_and_one_nobody_vouches_for_is_open() {
        SenderTrust proved = arrive(
                "Authentication-Results: mx.ours.example; spf=pass; dkim=pass; dmarc=pass\n", "Please enter.");
        SenderTrust open = arrive("", "Please enter the other one.");

        assertThat(proved.verdict()).isEqualTo(SenderTrust.Verdict.PROVED);
        assertThat(proved.proofs()).isEqualTo("SPF pass, DKIM pass, DMARC pass");
        assertThat(proved.warnings()).isEmpty();
        assertThat(open.verdict()).isEqualTo(SenderTrust.Verdict.OPEN);
        assertThat(open.proofs()).isEmpty();
    }

    @Test
    void answers_go_to_the_sender_when_a_stranger_wants_them() {
        Receipt forged = room.arrive(MailRoom.mail(amy, "Bank", "Reply-To: amy@paymentz.example\n", "Please answer."));
        String colleague = MailRoom.mailOf("bob", acme);
        Receipt fine = room.arrive(MailRoom.mail(amy, "Colleague", "Reply-To: " + colleague + "\n", "Answer Bob."));

        assertThat(trust(forged).answersTo()).isEqualTo("amy@paymentz.example");
        assertThat(room.in(() -> room.conversation.requesterMail(forged.ticket()))).contains(amy);
        assertThat(trust(fine).answersTo()).isNull();
        assertThat(room.in(() -> room.conversation.requesterMail(fine.ticket()))).contains(colleague);
    }

    @Test
    void a_mail_from_a_twin_of_a_client_says_whom_it_resembles() {
        String twin = acme.value().replace("mail-", "rnail-") + ".example";

        SenderTrust trust = trust(room.arrive(MailRoom.mail("amy@" + twin, "Invoice", "", "Please enter.")));

        assertThat(trust.looksLike()).isEqualTo(acme + ".example");
        assertThat(trust.verdict()).isEqualTo(SenderTrust.Verdict.DOUBTFUL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Our bank account has changed, please pay to the IBAN below from now on. | true",
        "Kindly update our bank details for future payments. | true",
        "We have a new IFSC code. | true",
        "Please enter the new invoice. | false",
        "Our IBAN is on the invoice. | false"
    })
    void a_wish_for_other_bank_details_is_marked(String words, boolean marked) {
        SenderTrust trust = arrive("", words);

        assertThat(trust.bankChange()).isEqualTo(marked);
        assertThat(trust.warnings().isEmpty()).isEqualTo(!marked);
    }

    private SenderTrust arrive(String headers, String text) {
        return trust(room.arrive(MailRoom.mail(amy, "Invoice", headers, text)));
    }

    private static SenderTrust trust(Receipt receipt) {
        SenderTrust trust = room.messages(receipt.ticket()).get(0).sender();
        assertThat(trust).isNotNull();
        return Objects.requireNonNull(trust);
    }
}

package org.ticketingos.channel;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells machines' mail from people's, by headers first (RFC 3834, RFC 3464), by wording where headers are missing. */
final class AutomaticMail {

    private static final Pattern MAIL_SERVER = Pattern.compile(
            "(?i)^(mailer-?daemon|mail-?daemon|post[-_]?master|mdaemon|mail-?delivery.*|bounces?|double-bounce|maildelivery)([+-].*)?@.*");

    private static final Pattern FAILURE_SUBJECT = Pattern.compile("(?i)^\\W*("
            + "undeliver(ed|able|y)\\b|un-?deliverable mail|mail delivery (failed|failure|system|problem|error)"
            + "|mail (system error|could not be delivered)|(message )?delivery (failure|failed|error|problem|status|"
            + "report|notification|unsuccessful|has failed|has been delayed)|deliver[ey] (status|failure)"
            + "|returned (mail|e-?mail|to sender)|failure notice|non.?delivery|nondeliverable|not delivered"
            + "|(your )?(message|mail|e-?mail) (has been )?(was |is |could )?(not |un)(be )?(delivered|deliverable)"
            + "|warning: (could not send|message)|could not send message|unzustellbar|unable to deliver"
            + "|error sending|failed (mail|delivery|to deliver)|onbestelbaar|non remis|no se (ha podido )?entreg"
            + "|mensagem não entregue|недоставленное)");

    /** A subject alone could be a client's "Delivery report for March". */
    private static final Pattern FAILURE_TEXT = Pattern.compile("(?is)\\b[45]\\d\\d[ -]|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b"
            + "|(not|n't) (be |been )?delivered|undeliver|unzustellbar|unable to deliver|delivery (to|failed|has failed)"
            + "|(user|recipient|mailbox|address|host|account|domain)\\b.{0,40}\\b(unknown|not found|full|rejected|unavailable|"
            + "exist|invalid|disabled|exceeded)|no such user|message-id:");

    private static final Pattern COMPLAINT_SUBJECT = Pattern.compile("(?i)^complaint about message from [\\d.:a-f]+$");

    private static final Pattern ABSENCE_SUBJECT = Pattern.compile("(?i)^\\W*("
            + "auto(mated|matic|matische|matisk)?[- :](reply|response|respond(er)?|antwort|svar|re:)|auto:|autoreply|autoresponse"
            + "|out of (the )?office|ooo:|away from|on vacation|vacation (reply|response|message)|i am (currently )?(away|out)"
            + "|abwesenheit|abwesend|automatische antwort|réponse automatique|absence du bureau|respuesta automática"
            + "|fuera de la oficina|risposta automatica|resposta automática|automatisch antwoord|automatyczna odpowiedź"
            + "|автоответ|自動返信|自动回复)");

    private static final List<String> NO_REPLY = List.of("no-reply@", "noreply@", "do-not-reply@", "donotreply@");

    private AutomaticMail() {}

    static boolean isDeliveryReport(InboundMessage mail) {
        String contentType = lower(mail, "content-type");
        return !mail.header(MailParser.DELIVERY_ACTION).isEmpty()
                || contentType.contains("report-type=delivery-status")
                || contentType.contains("report-type=\"delivery-status\"")
                || !mail.header("x-failed-recipients").isEmpty()
                || MAIL_SERVER.matcher(mail.from()).matches()
                || FAILURE_SUBJECT.matcher(mail.subject()).find()
                        && FAILURE_TEXT.matcher(mail.text()).find();
    }

    static boolean isReply(InboundMessage mail) {
        String auto = lower(mail, "auto-submitted");
        return auto.startsWith("auto-replied")
                || auto.startsWith("auto-notified")
                || lower(mail, "precedence").contains("auto_reply")
                || lower(mail, "content-type").startsWith("multipart/report")
                || nullReturnPath(mail)
                || !mail.header("x-autoreply").isEmpty()
                || !mail.header("x-autorespond").isEmpty()
                || !mail.header("x-autoreply-from").isEmpty()
                || lower(mail, "x-auto-response-suppress").equals("all") && !auto.isEmpty() && !auto.equals("no")
                || COMPLAINT_SUBJECT.matcher(mail.subject()).matches()
                || ABSENCE_SUBJECT.matcher(mail.subject()).find();
    }

    static boolean isMadeByMachine(InboundMessage mail) {
        String auto = lower(mail, "auto-submitted");
        String precedence = lower(mail, "precedence");
        return !auto.isEmpty() && !auto.equals("no")
                || precedence.matches("(?s).*\\b(bulk|junk|list)\\b.*")
                || !mail.header("x-auto-response-suppress").isEmpty()
                || !mail.header("x-mlserver").isEmpty()
                || !mail.header("list-id").isEmpty()
                || !mail.header("list-unsubscribe").isEmpty()
                || NO_REPLY.stream().anyMatch(mail.from().toLowerCase(Locale.ROOT)::startsWith);
    }

    private static boolean nullReturnPath(InboundMessage mail) {
        return mail.header("return-path").strip().matches("<\\s*>|<(?i:mailer-daemon).*>");
    }

    private static String lower(InboundMessage mail, String header) {
        return mail.header(header).strip().toLowerCase(Locale.ROOT);
    }
}

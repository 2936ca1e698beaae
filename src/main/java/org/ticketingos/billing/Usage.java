package org.ticketingos.billing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketId;

/**
 * Something billable that was consumed. Client, source and external id name it for ever.
 *
 * @param source where it comes from, for example {@code work-item}
 * @param externalId its name at the source
 * @param unit {@code document}, {@code minute}, {@code ticket}, {@code absent-day}, {@code saving}
 * @param agent log-in name of who earned it; null where nobody did
 * @param day on the supplier's calendar; decides the month it is billed in
 * @param reason why it is billable, or why it corrects
 */
public record Usage(
        ClientId client,
        String contractId,
        @Nullable TicketId ticket,
        String source,
        String externalId,
        String unit,
        BigDecimal quantity,
        @Nullable String agent,
        LocalDate day,
        String reason) {

    /** SHA-256 over all that is billed; the words of the reason are not. */
    String sha256() {
        return sha256(List.of(
                client.value(),
                contractId,
                Objects.toString(ticket, ""),
                source,
                externalId,
                unit,
                quantity.stripTrailingZeros().toPlainString(),
                Objects.toString(agent, ""),
                day.toString()));
    }

    /** SHA-256 of the parts, each with its length in front, in hex. */
    static String sha256(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

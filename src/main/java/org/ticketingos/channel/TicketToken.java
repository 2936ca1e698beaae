package org.ticketingos.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.Tickets;

/**
 * The sign in a subject or an address that proves we have written about this ticket: {@code T-2041.k7f3q}, where
 * k7f3q are the first five base32 letters (RFC 4648) of the HMAC-SHA256 of the ticket's id.
 */
@Component
class TicketToken {

    private static final Pattern SIGNED = Pattern.compile("(?i)\\b(T-\\d{1,12})\\.([a-z2-7]{5})\\b");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LETTERS = 5;

    private final JdbcClient jdbc;
    private final Tickets tickets;

    TicketToken(JdbcClient jdbc, Tickets tickets) {
        this.jdbc = jdbc;
        this.tickets = tickets;
    }

    String of(Ticket ticket) {
        return ticket.number() + "." + sign(ticket.id());
    }

    /** The ticket whose sign stands in the text, if one does and it is genuine. */
    Optional<Ticket> find(String text) {
        Matcher found = SIGNED.matcher(text);
        while (found.find()) {
            Optional<Ticket> ticket = tickets.find(new TicketNumber(found.group(1).toUpperCase(Locale.ROOT)));
            if (ticket.isPresent() && genuine(ticket.get(), found.group(2).toLowerCase(Locale.ROOT))) {
                return ticket;
            }
        }
        return Optional.empty();
    }

    private boolean genuine(Ticket ticket, String sign) {
        return MessageDigest.isEqual(
                sign.getBytes(StandardCharsets.US_ASCII),
                sign(ticket.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(TicketId id) {
        byte[] key = jdbc.sql("select secret from channel_secret where name = 'ticket-token'")
                .query(byte[].class)
                .single();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return letters(mac.doFinal(id.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static String letters(byte[] hash) {
        long bits = 0;
        for (int i = 0; i < LETTERS; i++) {
            bits = bits << 8 | hash[i] & 0xff;
        }
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            letters.append(BASE32.charAt((int) (bits >>> 35 - 5 * i) & 31));
        }
        return letters.toString();
    }
}

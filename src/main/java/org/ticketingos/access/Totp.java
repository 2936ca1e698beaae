package org.ticketingos.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that a telephone makes of a shared secret and the time (RFC 6238): six digits, HMAC-SHA-1, 30 seconds. */
final class Totp {

    /** The length of an HMAC-SHA-1 key (RFC 4226, section 4, asks for 160 bits). */
    static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;

    /** One step of clock skew and slow typing to each side (RFC 6238, section 5.2). */
    private static final int SKEW = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            int from = hash.get(hash.capacity() - 1) & 0xf;
            return String.format("%06d", (hash.getInt(from) & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /** The step this code is of, if it is of one around now; all are compared, in constant time. */
    static OptionalLong match(byte[] secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        for (long step = step(now) - SKEW; step <= step(now) + SKEW; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** What the QR code says to the telephone (key URI of the authenticator apps). */
    static String uri(String login, byte[] secret) {
        return "otpauth://totp/TicketingOS:" + escaped(login) + "?secret=" + Base32.encode(secret)
                + "&issuer=TicketingOS&algorithm=SHA1&digits=6&period=" + SECONDS;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

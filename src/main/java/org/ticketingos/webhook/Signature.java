package org.ticketingos.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows a receiver that a call is ours and fresh: HMAC-SHA256 (RFC 2104) over timestamp, full stop and body. */
final class Signature {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** 256 bits, in letters that survive every configuration file. */
    static String newSecret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param timestamp seconds since 1970, as text */
    static String of(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = (timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}

package org.ticketingos.quality;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The lottery of QMS-1 as arithmetic: the same key and the same id draw the same number, anywhere, for ever. */
public final class Draw {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(256);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Draw() {}

    /** HMAC-SHA256 of the id under the key, in 64 hexadecimal digits. */
    public static String of(byte[] key, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Whether a draw falls under the rate: the draw, read as a fraction of 2^256, is below ratePercent / 100. */
    public static boolean hits(String draw, int ratePercent) {
        BigInteger drawn = new BigInteger(draw, 16);
        return drawn.multiply(HUNDRED).compareTo(ALL.multiply(BigInteger.valueOf(ratePercent))) < 0;
    }

    /** All ids in the order of their draws: a sample of n is the first n, and a larger one keeps the earlier picks. */
    public static List<String> ranking(byte[] key, Collection<String> ids) {
        return ids.stream().sorted(Comparator.comparing((String id) -> of(key, id))).toList();
    }

    /** SHA-256 of the sorted ids joined by line feeds: names a population, whoever asks. */
    public static String populationHash(Collection<String> ids) {
        return hash(String.join("\n", ids.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 in hexadecimal digits. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

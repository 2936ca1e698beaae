package org.ticketingos.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The bytes an entry's hash is taken of: the JSON array {@code [client, seq, at, actor, event, ticket, eventSeq,
 * payload, previousHash]} in UTF-8 without spaces, keys sorted by code unit, numbers in plain decimals without trailing
 * zeros. The database keeps JSON in an order and spelling of its own, so the form is made anew whenever it is needed.
 */
class CanonicalForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private CanonicalForm() {}

    static String hash(AuditEntry entry) {
        return HexFormat.of().formatHex(sha256(bytes(entry)));
    }

    static byte[] bytes(AuditEntry entry) {
        ArrayNode parts = JSON.createArrayNode()
                .add(entry.client().value())
                .add(entry.seq())
                .add(entry.at().toString())
                .add(entry.actor())
                .add(entry.event());
        parts.add(entry.ticketId() == null ? null : entry.ticketId().toString());
        parts.add(entry.eventSeq());
        parts.add(parse(entry.payload()));
        parts.add(entry.previousHash());
        return json(parts).getBytes(StandardCharsets.UTF_8);
    }

    /** Two spellings of the same JSON have one canonical form. */
    static String json(String text) {
        return json(parse(text));
    }

    private static String json(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            String separator = "{";
            var names = new TreeSet<String>();
            node.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                out.append(separator).append(quoted(name)).append(':');
                write(node.get(name), out);
                separator = ",";
            }
            out.append(names.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (JsonNode part : node) {
                out.append(separator);
                write(part, out);
                separator = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isNumber()) {
            out.append(node.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            out.append(node.isTextual() ? quoted(node.textValue()) : node.toString());
        }
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

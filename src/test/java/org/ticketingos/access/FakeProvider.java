package org.ticketingos.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A provider of OpenID Connect on loopback, honest unless a test spoils its tokens. */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "ticketingos";
    public static final String SECRET = "between-us";

    private final HttpServer server;
    private final RSAKey key = key();
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, Map<String, Object>> people = new HashMap<>();
    private Map<String, Object> person = Map.of();
    private UnaryOperator<JWTClaimsSet.Builder> spoil = UnaryOperator.identity();
    private RSAKey signs = key;

    public FakeProvider() {
        this(0);
    }

    public FakeProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", asked -> answer(asked, 200, json(Map.of(
                "issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token",
                "userinfo_endpoint", issuer() + "/me", "jwks_uri", issuer() + "/keys"))
                .replaceFirst("}$", ",\"subject_types_supported\":[\"public\"],\"response_types_supported\":[\"code\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}")));
        server.createContext("/keys", asked -> answer(asked, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", asked -> {
            asked.getResponseHeaders().add("Location", back(parameters(asked.getRequestURI().getRawQuery())));
            answer(asked, 302, "");
        });
        server.createContext("/token", this::token);
        server.createContext("/me", asked -> {
            String bearer = String.valueOf(asked.getRequestHeaders().getFirst("Authorization")).replace("Bearer ", "");
            answer(asked, 200, json(people.get(bearer)));
        });
        server.start();
        honest();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who sits in front of it. */
    void is(String subject, String mail, boolean verified) {
        person = Map.of("sub", subject, "email", mail, "email_verified", verified);
    }

    void honest() {
        spoil = UnaryOperator.identity();
        signs = key;
    }

    void spoils(UnaryOperator<JWTClaimsSet.Builder> claims) {
        spoil = claims;
    }

    void signsWithAnotherKey() {
        signs = key();
    }

    /** Where it sends the browser, once the person has logged in. */
    String back(Map<String, String> asked) {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String login = "Basic " + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean ours = login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked == null || !ours || !challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                || !"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer()).audience(CLIENT).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.get("nonce"));
        person.forEach(claims::claim);
        String bearer = UUID.randomUUID().toString();
        people.put(bearer, person);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), spoil.apply(claims).build());
        try {
            token.sign(new RSASSASigner(signs));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        answer(exchange, 200, json(Map.of(
                "access_token", bearer, "token_type", "Bearer", "id_token", token.serialize())));
    }

    static Map<String, String> parameters(String text) {
        return Arrays.stream(String.valueOf(text).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> plain(pair[0]), pair -> pair.length < 2 ? "" : plain(pair[1])));
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, ?> facts) {
        return facts.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":"
                        + (fact.getValue() instanceof Boolean yes ? yes.toString() : "\"" + fact.getValue() + "\""))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** For trying it by hand: port, subject, mail. */
    public static void main(String[] arguments) {
        new FakeProvider(Integer.parseInt(arguments[0])).is(arguments[1], arguments[2], true);
    }
}

package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One user of the API, over real HTTP. */
class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String base;
    private final Optional<String> authorization;

    Api(String base, String login, String password) {
        this(base, Optional.of("Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8))));
    }

    private Api(String base, Optional<String> authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** Somebody who does not log in. */
    static Api nobody(String base) {
        return new Api(base, Optional.empty());
    }

    /** An answer with its body read as JSON. */
    record Answer(int status, String type, JsonNode body, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, "application/json", text(body), headers);
    }

    /** Sends a body as it is, well formed or not. */
    Answer send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().method(method, BodyPublishers.ofString(body)).header("Content-Type", type);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, path);
    }

    private Answer send(HttpRequest.Builder request, String path) {
        authorization.ifPresent(login -> request.header("Authorization", login));
        try {
            HttpResponse<byte[]> answer =
                    HTTP.send(request.uri(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") ? JSON.readTree(answer.body()) : JSON.nullNode();
            return new Answer(answer.statusCode(), type, body, answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode ticket(String number) {
        Answer answer = get("/api/v1/tickets/" + number);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** Waits for an open step of a ticket with that form, and shows it with its fields. */
    JsonNode task(String number, String form) {
        return eventually(() -> {
            for (JsonNode item : get("/api/v1/tasks?ticket=" + number).body().path("items")) {
                if (item.path("form").asText().equals(form) && item.path("ticket").asText().equals(number)) {
                    return Optional.of(get("/api/v1/tasks/" + item.path("id").asText()).body());
                }
            }
            return Optional.empty();
        }, "step " + form + " of " + number + "; ticket is " + summary(number));
    }

    private String summary(String number) {
        return get("/api/v1/tickets/" + number).body().toString();
    }

    /** Does a step and expects it to be taken. */
    void complete(JsonNode task, Map<String, Object> form) {
        String id = task.path("id").asText();
        post("/api/v1/tasks/" + id + "/claim", Map.of());
        Answer answer = post("/api/v1/tasks/" + id + "/complete", form);
        assertThat(answer.status()).as(() -> answer.body().toPrettyString()).isEqualTo(204);
    }

    JsonNode ticketIn(String number, String stage) {
        return eventually(
                () -> Optional.of(ticket(number)).filter(ticket -> ticket.path("stage").asText().equals(stage)),
                "stage " + stage + " of " + number);
    }

    JsonNode ticketWith(String number, String status) {
        return eventually(
                () -> Optional.of(ticket(number)).filter(ticket -> ticket.path("status").asText().equals(status)),
                "status " + status + " of " + number);
    }

    /** Looks again and again until there is something to see, three minutes at most. */
    static <T> T eventually(Supplier<Optional<T>> look, String what) {
        return eventually(look, PATIENCE, what);
    }

    static <T> T eventually(Supplier<Optional<T>> look, Duration patience, String what) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            assertThat(System.nanoTime()).as("waited in vain for " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

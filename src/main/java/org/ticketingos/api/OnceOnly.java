package org.ticketingos.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Scope;

/**
 * Does a call once, however often it is sent: key, caller, hash of the body and answer are one row, committed with
 * what the call did. The same key with the same body gets the first answer again; with another body it is refused.
 */
@Component
class OnceOnly {

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    OnceOnly(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** The work runs as the house; whoever calls this has decided what the caller may do. */
    ResponseEntity<?> answer(@Nullable String key, String bodyHash, Supplier<ResponseEntity<?>> work) {
        CurrentUser caller = CurrentUser.get();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
        }
        ResponseEntity<?> answer = Scope.system(() -> transaction.execute(
                status -> key == null ? work.get() : once(caller.login(), key, bodyHash, work)));
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        return answer;
    }

    private ResponseEntity<?> once(String login, String key, String hash, Supplier<ResponseEntity<?>> work) {
        int added = jdbc.sql("insert into api_request (login, key, hash) values (?, ?, ?) on conflict do nothing")
                .params(login, key, hash)
                .update();
        if (added == 0) {
            return earlier(login, key, hash);
        }
        ResponseEntity<?> answer = work.get();
        jdbc.sql("update api_request set status = ?, answer = ?::jsonb where login = ? and key = ?")
                .params(answer.getStatusCode().value(), text(answer.getBody()), login, key)
                .update();
        return answer;
    }

    private ResponseEntity<?> earlier(String login, String key, String hash) {
        Optional<Earlier> first = jdbc.sql("select hash, status, answer from api_request where login = ? and key = ?")
                .params(login, key)
                .query((row, n) -> new Earlier(row.getString("hash"), row.getInt("status"), row.getString("answer")))
                .optional();
        Earlier before = first.orElseThrow();
        if (!before.hash().equals(hash)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "This Idempotency-Key was used before with another body.");
        }
        int status = before.status() == HttpStatus.CREATED.value() ? HttpStatus.OK.value() : before.status();
        return ResponseEntity.status(HttpStatusCode.valueOf(status)).body(tree(before.answer()));
    }

    private String text(@Nullable Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Earlier(String hash, int status, String answer) {}
}

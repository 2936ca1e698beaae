package org.ticketingos.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.TicketRefused;

/** What people have typed and not sent yet; it survives log-out, restart and a lost claim. */
@Component
class Drafts {

    private static final TypeReference<Map<String, Object>> FORM = new TypeReference<>() {};

    /** More than every field of the longest form filled to the brim. */
    private static final int LONGEST = 1_000_000;

    /** The character U+0000, which PostgreSQL cannot hold, as JSON writes it. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void save(InboxItem item, String login, Map<String, Object> form) {
        jdbc.sql("""
                        insert into form_draft (task_id, login, client_id, form, saved_at) values (?, ?, ?, ?::jsonb, ?)
                        on conflict (task_id, login) do update set form = excluded.form, saved_at = excluded.saved_at""")
                .params(item.taskId(), login, item.client().value(), write(form), Timestamp.from(clock.instant()))
                .update();
    }

    /** What was typed and when; empty where nothing was. */
    Optional<Draft> of(String taskId, String login) {
        return jdbc.sql("select form, saved_at from form_draft where task_id = ? and login = ?")
                .params(taskId, login)
                .query((row, n) -> new Draft(read(row.getString("form")), row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    void discard(String taskId, String login) {
        jdbc.sql("delete from form_draft where task_id = ? and login = ?").params(taskId, login).update();
    }

    record Draft(Map<String, Object> form, Instant savedAt) {}

    private String write(Map<String, Object> form) {
        try {
            String text = NUL.matcher(json.writeValueAsString(form)).replaceAll("$1");
            if (text.length() > LONGEST) {
                throw new TicketRefused("This draft is too long to be kept.");
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a form holds plain values only", e);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, FORM);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable draft", e);
        }
    }
}

package org.ticketingos.macro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.channel.Composed;
import org.ticketingos.ticket.Priority;

/** The table of macros. */
@Repository
@Transactional
class MacroBook {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    MacroBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Macro> all() {
        return jdbc.sql("select * from macro order by archived, lower(title), id").query(this::macro).list();
    }

    Optional<Macro> find(UUID id) {
        return jdbc.sql("select * from macro where id = ?").param(id).query(this::macro).optional();
    }

    void save(Macro macro, String by) {
        jdbc.sql("""
                        insert into macro (id, client_id, line, role, title, kind, body, priority, hand_to, form, answers,
                                           archived, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        on conflict (id) do update set client_id = excluded.client_id, line = excluded.line,
                            role = excluded.role, title = excluded.title, kind = excluded.kind, body = excluded.body,
                            priority = excluded.priority, hand_to = excluded.hand_to, form = excluded.form,
                            answers = excluded.answers, archived = excluded.archived,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .params(macro.id(), Keeping.client(macro.fits()), Keeping.line(macro.fits()),
                        Keeping.role(macro.fits()), macro.title().strip(),
                        macro.kind() == null ? null : macro.kind().name(), macro.body(),
                        macro.priority() == null ? null : macro.priority().name(), macro.handTo(), macro.form(),
                        write(macro.answers()), macro.archived(), by, Timestamp.from(clock.instant()))
                .update();
    }

    private Macro macro(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        String priority = row.getString("priority");
        return new Macro(
                row.getObject("id", UUID.class),
                Keeping.fits(row),
                row.getString("title"),
                kind == null ? null : Composed.Kind.valueOf(kind),
                row.getString("body"),
                priority == null ? null : Priority.valueOf(priority),
                row.getString("hand_to"),
                row.getString("form"),
                read(row.getString("answers")),
                row.getBoolean("archived"));
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("answers are plain values", e);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable answers of a macro", e);
        }
    }
}

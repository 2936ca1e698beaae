package org.ticketingos.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Appends and reads what happened, in order of sequence. */
@Component
class History {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RecordedEvent append(TicketEvent event) {
        String kind = EventName.of(event.getClass());
        Map<String, Object> facts = facts(event);
        String actor = actor();
        jdbc.sql("select absent from ticket_deputy where ticket_id = ? and deputy = ?")
                .params(event.ticketId().value(), actor)
                .query(String.class)
                .optional()
                .ifPresent(absent -> facts.put("onBehalfOf", absent));
        long seq = jdbc.sql("""
                        insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                        select t.id, t.client_id, ?, ?, ?, ?::jsonb from ticket t where t.id = ?
                        returning seq""")
                .params(kind, Timestamp.from(event.at()), actor, text(facts), event.ticketId().value())
                .query(Long.class)
                .single();
        return new RecordedEvent(seq, event.ticketId(), kind, event.at(), actor, facts);
    }

    List<RecordedEvent> of(TicketId id) {
        return jdbc.sql("select * from ticket_event where ticket_id = ? order by seq")
                .param(id.value())
                .query(this::event)
                .list();
    }

    private RecordedEvent event(ResultSet row, int n) throws SQLException {
        try {
            return new RecordedEvent(
                    row.getLong("seq"),
                    TicketId.of(row.getString("ticket_id")),
                    row.getString("kind"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    json.readValue(row.getString("facts"), FACTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable facts in event " + row.getLong("seq"), e);
        }
    }

    private Map<String, Object> facts(TicketEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            if (part.getName().equals("ticketId") || part.getName().equals("at")) {
                continue;
            }
            Object value;
            try {
                part.getAccessor().setAccessible(true);
                value = part.getAccessor().invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("unreadable event " + event, e);
            }
            facts.put(part.getName(), plain(value));
        }
        return facts;
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who.getName() == null ? "system" : who.getName();
    }

    private String text(Map<String, Object> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of an event must be plain values: " + facts, e);
        }
    }
}

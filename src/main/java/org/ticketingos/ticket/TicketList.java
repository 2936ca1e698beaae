package org.ticketingos.ticket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;

/** Lists and finds requests, newest first, page by page; bounded by the sight of whoever asks. */
@Repository
public class TicketList {

    private static final int MOST_ROWS = 200;

    /** A whole number is looked up, not searched for. */
    private static final Pattern NUMBER = Pattern.compile("[Tt]-\\d+");

    private final JdbcClient jdbc;

    TicketList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page; the cursor is the one the page before ended with. */
    public Page<Ticket> page(TicketQuery query, @Nullable String cursor, int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        StringBuilder sql = new StringBuilder("select t.* from ticket t where t.kind = 'REQUEST'");
        List<Object> values = new ArrayList<>();
        UUID before = cursor == null ? null : cursor(cursor);
        if (query.words() != null && NUMBER.matcher(query.words().trim()).matches()) {
            sql.append(" and t.number = ?");
            values.add(query.words().trim().toUpperCase(Locale.ROOT));
        } else if (query.words() != null && !query.words().isBlank()) {
            String words = lexemes(query.words());
            if (words.isEmpty()) {
                return new Page<>(List.of(), null);
            }
            sql.append(" and t.id in (select find_tickets(to_tsquery('simple', ?), ?::uuid, ?))");
            values.add(words);
            values.add(before == null ? null : before.toString());
            values.add(narrowed(query) ? 5_000 : rows + 1);
        }
        narrow(sql, values, "stage", query.stage() == null ? null : query.stage().name());
        narrow(sql, values, "status", query.status() == null ? null : query.status().name());
        narrow(sql, values, "line", query.line() == null ? null : query.line().code());
        narrow(sql, values, "client_id", query.client() == null ? null : query.client().value());
        narrow(sql, values, "owner", query.owner());
        if (before != null) {
            sql.append(" and t.id < ?");
            values.add(before);
        }
        sql.append(" order by t.id desc limit ?");
        values.add(rows + 1);
        List<Ticket> found = jdbc.sql(sql.toString()).params(values).query(Tickets::ticket).list();
        String next = found.size() > rows ? found.get(rows - 1).id().toString() : null;
        return new Page<>(found.stream().limit(rows).toList(), next);
    }

    /** How many open requests are in each stage; counted by the database along its index. */
    public Map<Stage, Integer> openPerStage() {
        return jdbc.sql("select stage, count(*) as n from ticket where closed_at is null and kind = 'REQUEST'"
                        + " and status <> 'MERGED' group by stage")
                .query((row, n) -> Map.entry(Stage.valueOf(row.getString("stage")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many open requests a client has, counted up to a limit. */
    public int openOf(ClientId client, int most) {
        return jdbc.sql("""
                        select count(*) from (select 1 from ticket where client_id = ? and closed_at is null
                                              and kind = 'REQUEST' limit ?) some""")
                .params(client.value(), most)
                .query(Integer.class)
                .single();
    }

    private static boolean narrowed(TicketQuery query) {
        return query.stage() != null || query.status() != null || query.line() != null || query.client() != null
                || query.owner() != null;
    }

    private static void narrow(StringBuilder sql, List<Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" and t.").append(column).append(" = ?");
            values.add(value);
        }
    }

    /** {@code "T-20 inv"} asks for words that begin so; signs of the query language lose their meaning. */
    static String lexemes(String words) {
        return Arrays.stream(words.split("[^\\p{L}\\p{N}-]+"))
                .map(word -> word.replaceAll("^-+|-+$", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new TicketRefused("This page mark is not one of ours. Start again from the first page.");
        }
    }
}

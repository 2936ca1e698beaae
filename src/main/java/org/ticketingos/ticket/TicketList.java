package org.ticketingos.ticket;

import java.util.ArrayList;
import java.util.HashMap;
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
    private final Search search;
    private final List<SearchPlace> places;

    TicketList(JdbcClient jdbc, Search search, List<SearchPlace> places) {
        this.jdbc = jdbc;
        this.search = search;
        this.places = places;
    }

    /** A page; the cursor is the one the page before ended with. */
    public Page<Ticket> page(TicketQuery query, @Nullable String cursor, int limit) {
        return page(query, List.of(), cursor, limit);
    }

    /** A page, narrowed further by what other modules know. */
    public Page<Ticket> page(
            TicketQuery query, List<ListFilter.Condition> more, @Nullable String cursor, int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        String words = query.words() == null ? "" : query.words().strip();
        boolean number = NUMBER.matcher(words).matches();
        SearchText text = SearchText.parse(number ? "" : words);
        TicketFilter filter = TicketFilter.of(query, text);
        more.forEach(filter::and);
        UUID before = cursor == null ? null : cursor(cursor);
        if (number) {
            filter.and("t.number = ?", words.toUpperCase(Locale.ROOT));
        }
        List<Ticket> found = text.hasWords()
                ? withWords(filter, search.query(text), before, rows + 1)
                : words.isEmpty() || number || filter.narrows() ? rows(filter, before, rows + 1) : List.of();
        String next = found.size() > rows ? found.get(rows - 1).id().toString() : null;
        return new Page<>(found.stream().limit(rows).toList(), next);
    }

    /** Refuses what {@link #page} could not understand, in a sentence. */
    public void check(String words) {
        TicketFilter.of(TicketQuery.words(words), SearchText.parse(words));
    }

    /** Where in these tickets the words were found, apart from their numbers, subjects and requesters. */
    public Map<TicketId, Found> places(String words, List<Ticket> tickets) {
        SearchText text = SearchText.parse(words);
        Map<TicketId, Found> found = new HashMap<>();
        if (text.terms().isEmpty() || NUMBER.matcher(words.strip()).matches()) {
            return found;
        }
        String any = search.any(text);
        for (SearchPlace place : places) {
            List<TicketId> left = tickets.stream()
                    .map(Ticket::id)
                    .filter(id -> !found.containsKey(id))
                    .toList();
            if (!left.isEmpty()) {
                found.putAll(place.look(left, any));
            }
        }
        return found;
    }

    private List<Ticket> rows(TicketFilter filter, @Nullable UUID before, int most) {
        return jdbc.sql("select t.* from ticket t where t.kind = 'REQUEST'" + filter.sql()
                        + (before == null ? "" : " and t.id < ?") + " order by t.id desc limit ?")
                .params(filter.values(before, most))
                .query(Tickets::ticket)
                .list();
    }

    /**
     * A first look at the newest that have the words; where the filter throws most of them away, the few tickets it
     * leaves are searched, and only where it leaves many, batch by batch what has the words.
     */
    private List<Ticket> withWords(TicketFilter filter, String words, @Nullable UUID before, int most) {
        if (!filter.narrows()) {
            return rows(filter, search.find(words, before, most), most);
        }
        List<Ticket> found = new ArrayList<>();
        UUID mark = before;
        for (int batch = Search.FIRST_BATCH; ; batch = Math.min(Search.LARGEST_BATCH, batch * 5)) {
            List<UUID> ids = search.find(words, mark, batch);
            found.addAll(rows(filter, ids, most - found.size()));
            if (ids.size() < batch || found.size() >= most) {
                return found;
            }
            mark = ids.get(ids.size() - 1);
            if (batch == Search.FIRST_BATCH) {
                List<UUID> left = ids(filter, mark, Search.FEW + 1);
                if (left.size() <= Search.FEW) {
                    found.addAll(rows(filter, left.isEmpty() ? left : search.among(words, left), most - found.size()));
                    return found;
                }
            }
        }
    }

    private List<Ticket> rows(TicketFilter filter, List<UUID> ids, int most) {
        return ids.isEmpty()
                ? List.of()
                : rows(filter.copy().and("t.id = any (?)", ids.toArray(UUID[]::new)), (UUID) null, most);
    }

    /** Ids alone of what the filter leaves, the newest first; "offset 0" keeps the order out of how they are looked for. */
    private List<UUID> ids(TicketFilter filter, UUID before, int most) {
        return jdbc.sql("select id from (select t.id from ticket t where t.kind = 'REQUEST'" + filter.sql()
                        + " and t.id < ? offset 0) found order by id desc limit ?")
                .params(filter.values(before, most))
                .query(UUID.class)
                .list();
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
                                              and kind = 'REQUEST' limit ?) counted""")
                .params(client.value(), most)
                .query(Integer.class)
                .single();
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Page.foreignMark();
        }
    }
}

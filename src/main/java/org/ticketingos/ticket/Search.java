package org.ticketingos.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns words into the ids of tickets that have them, newest first, spelling mistakes forgiven. */
@Component
class Search {

    /** Tickets looked at in the first go where filters may throw some away; each further go takes five times more. */
    static final int FIRST_BATCH = 1_000;

    static final int LARGEST_BATCH = 25_000;

    /** Where a filter leaves no more tickets than this, they are searched instead of all that have the words. */
    static final int FEW = 2_000;

    private final JdbcClient jdbc;

    Search(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest tickets before a given one that have all the words. */
    List<UUID> find(String query, @Nullable UUID before, int most) {
        return jdbc.sql("select find_tickets(to_tsquery('simple', ?), ?::uuid, ?, null)")
                .params(query, before == null ? null : before.toString(), most)
                .query(UUID.class)
                .list();
    }

    /** Those of some tickets that have all the words, the newest first. */
    List<UUID> among(String query, List<UUID> tickets) {
        return jdbc.sql("select find_tickets(to_tsquery('simple', ?), null, ?, ?)")
                .params(query, tickets.size(), tickets.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** All terms, each with the words it may have been meant to be, and none of those not wanted. */
    String query(SearchText text) {
        Stream<String> wanted = text.terms().stream().map(term -> "(" + String.join(" | ", meant(term)) + ")");
        Stream<String> unwanted = text.without().stream().map(term -> "!(" + term.query() + ")");
        return Stream.concat(wanted, unwanted).collect(Collectors.joining(" & "));
    }

    /** Any of the terms: for showing where a ticket was found. */
    String any(SearchText text) {
        return text.terms().stream().flatMap(term -> meant(term).stream()).map(one -> "(" + one + ")")
                .collect(Collectors.joining(" | "));
    }

    private List<String> meant(SearchText.Term term) {
        List<String> meant = new ArrayList<>(List.of(term.query()));
        if (term.mayBeMistyped()) {
            String typed = term.words().get(0);
            jdbc.sql("select similar_words(?)").param(typed).query(String.class).list().stream()
                    .filter(word -> Spelling.distance(typed, word) <= (typed.length() < 8 ? 2 : 3))
                    .forEach(word -> meant.add("'" + word + "'"));
        }
        return meant;
    }
}

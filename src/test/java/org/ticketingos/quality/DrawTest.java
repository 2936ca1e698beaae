package org.ticketingos.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final byte[] KEY = "acme/2026-W47/data-entry".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> IDS =
            IntStream.rangeClosed(2001, 2010).mapToObj(n -> "T-" + n).toList();

    @Test
    void anyone_with_the_key_draws_the_published_ranking() {
        assertThat(Draw.ranking(KEY, IDS))
                .containsExactly(
                        "T-2002", "T-2004", "T-2005", "T-2010", "T-2008", "T-2003", "T-2006", "T-2001", "T-2009",
                        "T-2007");
        assertThat(Draw.of(KEY, "T-2002")).startsWith("1d81116b");
        assertThat(Draw.of(KEY, "T-2004")).startsWith("29904efa");
        assertThat(Draw.of(KEY, "T-2005")).startsWith("2dba64d5");
    }

    @Test
    void the_population_has_the_published_hash_in_whatever_order_it_is_listed() {
        String published = "f8eb32977521a154b349a4455623a43c3efdfc31c78a34304b059bd27c43df14";

        assertThat(Draw.populationHash(IDS)).isEqualTo(published);
        assertThat(Draw.populationHash(IDS.stream().sorted((a, b) -> b.compareTo(a)).toList()))
                .isEqualTo(published);
        assertThat(Draw.populationHash(IDS.subList(1, 10))).isNotEqualTo(published);
    }

    @Test
    void every_ticket_is_hit_at_100_percent_and_none_at_0() {
        String highest = "f".repeat(64);
        String lowest = "0".repeat(64);

        assertThat(Draw.hits(highest, 100)).isTrue();
        assertThat(Draw.hits(lowest, 0)).isFalse();
        assertThat(Draw.hits(highest, 99)).isFalse();
    }

    @Test
    void a_draw_is_hit_exactly_below_the_rate() {
        assertThat(Draw.hits("7" + "f".repeat(63), 50)).isTrue();
        assertThat(Draw.hits("8" + "0".repeat(63), 50)).isFalse();
    }

    @Test
    void a_higher_rate_keeps_the_earlier_picks() {
        for (String id : IDS) {
            String draw = Draw.of(KEY, id);
            if (Draw.hits(draw, 20)) {
                assertThat(Draw.hits(draw, 35)).as(id).isTrue();
            }
        }
    }

    @Test
    void one_in_five_of_many_tickets_is_hit_at_20_percent() {
        long hit = IntStream.range(0, 20_000)
                .filter(n -> Draw.hits(Draw.of(KEY, "T-" + n), 20))
                .count();

        assertThat(hit).isBetween(3_830L, 4_170L);
    }
}

package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Database;
import org.ticketingos.access.Scope;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** The engine's own rows as they are after it has given up, read on the real database. */
class IncidentsTest {

    private static final Instant NOW = Instant.parse("2026-01-21T10:00:00Z");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final JdbcClient jdbc = Database.jdbc();
    private final ManagementService management = mock();
    private final Tickets tickets = mock();
    private Incidents incidents;

    @BeforeEach
    void a_house_with_a_process() {
        RepositoryService repository = mock(RepositoryService.class, RETURNS_DEEP_STUBS);
        when(repository.getBpmnModelInstance(anyString()).getModelElementById(anyString())).thenReturn(null);
        incidents = new Incidents(jdbc, management, repository, tickets, Clock.fixed(NOW, ZoneOffset.UTC));
        Scope.system(() -> jdbc.sql("insert into act_re_procdef (id_, key_, name_, version_) values (?, ?, 'Posting', 1)")
                .params("def-" + mark, "posting-" + mark)
                .update());
    }

    @AfterEach
    void tidy() {
        Scope.system(() -> {
            jdbc.sql("delete from act_ru_incident where id_ like ?").param("%" + mark).update();
            jdbc.sql("delete from act_ru_job where id_ like ?").param("%" + mark).update();
            jdbc.sql("delete from act_ru_execution where id_ like ?").param("%" + mark).update();
            jdbc.sql("delete from act_ge_bytearray where id_ like ?").param("%" + mark).update();
        });
    }

    @Test
    void what_happened_is_told_in_words_and_never_in_the_text_of_the_exception() {
        stuck("a", "java.net.ConnectException: Connection refused to erp.secret:8443");
        stuck("b", "org.ticketingos.ticket.TicketRefused: This vendor is unknown");
        stuck("c", "java.lang.NullPointerException: Cannot invoke x");

        List<Incidents.Stuck> open = mine();

        assertThat(open).extracting(Incidents.Stuck::why)
                .containsExactly(Incidents.Why.UNREACHABLE, Incidents.Why.REFUSED, Incidents.Why.FAULT);
        assertThat(open.get(0).sentence()).isEqualTo("Another system did not answer at \"post\", three times in a row.");
        assertThat(open.get(0).retry()).contains("again from its beginning", "as soon as that system is there again");
        assertThat(open).allSatisfy(one -> assertThat(one.sentence() + one.retry())
                .doesNotContain("Exception", "secret", "NullPointer", "Cannot invoke"));
    }

    @Test
    void a_step_that_fails_again_after_a_retry_says_how_often() {
        UUID ticket = stuck("a", "java.net.ConnectException");
        Scope.system(() -> incidents.retry("in-a-" + mark));
        verify(management).setJobRetries("job-a-" + mark, 3);
        verify(tickets).record(any(StepRetried.class));
        Scope.system(() -> jdbc.sql("""
                        insert into ticket_event (ticket_id, client_id, kind, at, actor, facts)
                        values (?, 'house', 'step-retried', now(), 'sam', jsonb_build_object('activity', ?::text))""")
                .params(ticket, "posting-" + mark + "/post")
                .update());

        assertThat(mine()).singleElement().satisfies(one -> assertThat(one.sentence()).contains("2 times by now"));
    }

    @Test
    void all_of_one_kind_are_counted_first_and_then_tried_again() {
        stuck("a", "java.net.ConnectException");
        stuck("b", "java.net.ConnectException");
        String kind = "posting-" + mark + "/post";

        assertThat(in(() -> incidents.count(kind))).isEqualTo(2);
        assertThat(in(() -> incidents.retryAll(kind))).isEqualTo(2);
        verify(management).setJobRetries("job-a-" + mark, 3);
        verify(management).setJobRetries("job-b-" + mark, 3);
        assertThatThrownBy(() -> Scope.system(() -> incidents.retry("nothing"))).isInstanceOf(TicketRefused.class);
    }

    private UUID stuck(String name, String stack) {
        UUID ticket = UUID.randomUUID();
        String end = name + "-" + mark;
        Scope.system(() -> {
            jdbc.sql("""
                            insert into ticket (id, number, client_id, kind, subject, channel, requester, priority, stage,
                                status, next_action, received_at, updated_at, closed_at)
                            values (?, ?, 'house', 'REQUEST', 'Stuck', 'mail', 'a@b.example', 'NORMAL', 'PROCESS',
                                'IN_PROGRESS', 'Wait', now(), now(), now())""")
                    .params(ticket, "T-6" + Math.floorMod(ticket.hashCode(), 100_000_000))
                    .update();
            jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_) values (?, 1, ?, ?, ?)")
                    .params("ex-" + end, "ex-" + end, ticket.toString(), "def-" + mark)
                    .update();
            jdbc.sql("insert into act_ge_bytearray (id_, bytes_) values (?, ?)")
                    .params("st-" + end, stack.getBytes(StandardCharsets.UTF_8))
                    .update();
            jdbc.sql("insert into act_ru_job (id_, type_, retries_, exception_stack_id_, suspension_state_) values (?, 'message', 0, ?, 1)")
                    .params("job-" + end, "st-" + end)
                    .update();
            jdbc.sql("""
                            insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, execution_id_,
                                proc_inst_id_, proc_def_id_, activity_id_, cause_incident_id_, configuration_)
                            values (?, 1, ?, 'failedJob', ?, ?, ?, 'post', ?, ?)""")
                    .params("in-" + end, Timestamp.from(NOW.minusSeconds(100 - name.charAt(0))), "ex-" + end, "ex-" + end,
                            "def-" + mark, "in-" + end, "job-" + end)
                    .update();
        });
        return ticket;
    }

    private List<Incidents.Stuck> mine() {
        return in(incidents::open).stream().filter(one -> one.kind().startsWith("posting-" + mark)).toList();
    }

    private static <T> T in(Supplier<T> work) {
        return java.util.Objects.requireNonNull(Scope.system(work::get));
    }
}

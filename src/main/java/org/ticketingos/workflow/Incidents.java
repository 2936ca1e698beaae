package org.ticketingos.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;

/** Where the engine gave up after its tries, why in words, and the way to let it try again. */
@Component
public class Incidents {

    private static final int MOST_ROWS = 200;

    /** As many tries as a step has at first; {@code application.yaml} says the same. */
    private static final int TRIES = 3;

    private static final String STUCK = """
            from act_ru_incident i
            join act_ru_execution e on e.id_ = i.proc_inst_id_
            join ticket t on t.id::text = e.business_key_
            join act_re_procdef d on d.id_ = i.proc_def_id_
            where i.cause_incident_id_ = i.id_ and i.incident_type_ = 'failedJob'""";

    /** Of the stack the engine kept only the kind of failure leaves this class; its text is for the log. */
    private static final String WHY = """
            (select case when s.stack ~ 'TicketRefused' then 'REFUSED'
                         when s.stack ~ '(ConnectException|SocketTimeout|UnknownHost|HttpTimeout|NoRouteToHost)'
                              or s.stack ~ '(ResourceAccess|MailSend|MessagingException)' then 'UNREACHABLE'
                         when s.stack ~ '(OptimisticLock|DeadlockLoser|CannotAcquireLock|CannotSerialize)' then 'COLLISION'
                         else 'FAULT' end
             from (select convert_from(b.bytes_, 'UTF8') as stack from act_ru_job j
                   join act_ge_bytearray b on b.id_ = j.exception_stack_id_ where j.id_ = i.configuration_) s)""";

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;
    private final Tickets tickets;
    private final Clock clock;

    Incidents(
            JdbcClient jdbc,
            ManagementService management,
            RepositoryService repository,
            Tickets tickets,
            Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
    }

    /** What kind of failure it was. */
    public enum Why {
        UNREACHABLE("Another system did not answer", "It works as soon as that system is there again."),
        COLLISION("Two things happened to the ticket at the same moment", "A second try usually goes through."),
        REFUSED("The product refused the step", "Look at the ticket first: the same refusal comes again until its data fit."),
        FAULT("Something inside the product failed", "If it comes back, an administrator finds the ticket's number in the log.");

        private final String sentence;
        private final String advice;

        Why(String sentence, String advice) {
            this.sentence = sentence;
            this.advice = advice;
        }

        public String sentence() {
            return sentence;
        }

        public String advice() {
            return advice;
        }
    }

    /**
     * One stuck step.
     *
     * @param step what the diagram calls the activity that failed
     * @param kind same for all that failed at the same activity
     * @param times how often the engine has given up on this step of this ticket, this time included
     */
    public record Stuck(
            String id,
            TicketId ticket,
            TicketNumber number,
            String subject,
            String process,
            String step,
            Instant since,
            String kind,
            Why why,
            int times) {

        /** What happened, for people. */
        public String sentence() {
            return why.sentence() + " at \"" + step + "\", three times in a row"
                    + (times > 1 ? "; the engine gave up on it " + times + " times by now." : ".");
        }

        /** What a retry does: each step is one transaction, so nothing of a failed try is left. */
        public String retry() {
            return "Does \"" + step + "\" again from its beginning; nothing of the failed tries was kept. " + why.advice();
        }
    }

    /** The oldest first; only tickets the asker may see. */
    public List<Stuck> open() {
        return jdbc.sql("""
                        select i.id_, i.proc_def_id_, i.activity_id_, i.incident_timestamp_, t.id, t.number, t.subject,
                               d.key_, d.name_, coalesce(%s, 'FAULT') as why,
                               (select count(*) + 1 from ticket_event v where v.ticket_id = t.id
                                and v.kind = 'step-retried'
                                and v.facts ->> 'activity' = d.key_ || '/' || i.activity_id_) as times
                        %s order by i.incident_timestamp_ limit ?""".formatted(WHY, STUCK))
                .param(MOST_ROWS)
                .query((row, n) -> new Stuck(
                        row.getString("id_"),
                        new TicketId(row.getObject("id", UUID.class)),
                        new TicketNumber(row.getString("number")),
                        row.getString("subject"),
                        row.getString("name_") == null ? row.getString("key_") : row.getString("name_"),
                        step(row.getString("proc_def_id_"), row.getString("activity_id_")),
                        row.getTimestamp("incident_timestamp_").toInstant(),
                        row.getString("key_") + "/" + row.getString("activity_id_"),
                        Why.valueOf(row.getString("why")),
                        row.getInt("times")))
                .list();
    }

    /** How many steps a retry of this kind would try again. */
    public int count(String kind) {
        return ofKind(kind).size();
    }

    /** Gives all steps of one kind their tries back; answers how many. */
    @Transactional
    public int retryAll(String kind) {
        List<String> stuck = ofKind(kind);
        stuck.forEach(this::retry);
        return stuck.size();
    }

    private List<String> ofKind(String kind) {
        return jdbc.sql("select i.id_ " + STUCK + " and d.key_ || '/' || i.activity_id_ = ? order by i.incident_timestamp_")
                .param(kind)
                .query(String.class)
                .list();
    }

    /** Gives the step its tries back; the engine takes it up within seconds. */
    @Transactional
    public void retry(String incident) {
        Retry retry = jdbc.sql("select i.configuration_, i.proc_def_id_, i.activity_id_, d.key_, t.id " + STUCK
                        + " and i.id_ = ?")
                .param(incident)
                .query((row, n) -> new Retry(
                        row.getString("configuration_"),
                        new StepRetried(
                                new TicketId(row.getObject("id", UUID.class)),
                                row.getString("key_") + "/" + row.getString("activity_id_"),
                                step(row.getString("proc_def_id_"), row.getString("activity_id_")),
                                clock.instant())))
                .optional()
                .orElseThrow(() -> new TicketRefused("This step is not stuck any more."));
        management.setJobRetries(retry.job(), TRIES);
        tickets.record(retry.event());
    }

    private record Retry(String job, StepRetried event) {}

    private String step(String definition, String activity) {
        return repository.getBpmnModelInstance(definition).getModelElementById(activity) instanceof FlowNode node
                        && node.getName() != null
                ? node.getName()
                : activity;
    }
}

package org.ticketingos.workflow;

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

/** Where the engine gave up after its tries, and the way to let it try again. */
@Component
public class Incidents {

    private static final int MOST_ROWS = 200;

    /** As many tries as a step has at first; {@code application.yaml} says the same. */
    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RepositoryService repository;

    Incidents(JdbcClient jdbc, ManagementService management, RepositoryService repository) {
        this.jdbc = jdbc;
        this.management = management;
        this.repository = repository;
    }

    /** @param step what the diagram calls the activity that failed */
    public record Stuck(
            String id, TicketId ticket, TicketNumber number, String subject, String process, String step, Instant since) {}

    /** The oldest first; only tickets the asker may see. */
    public List<Stuck> open() {
        return jdbc.sql("""
                        select i.id_, i.proc_def_id_, i.activity_id_, i.incident_timestamp_, t.id, t.number, t.subject,
                               d.key_, d.name_
                        from act_ru_incident i
                        join act_ru_execution e on e.id_ = i.proc_inst_id_
                        join ticket t on t.id::text = e.business_key_
                        join act_re_procdef d on d.id_ = i.proc_def_id_
                        where i.cause_incident_id_ = i.id_ and i.incident_type_ = 'failedJob'
                        order by i.incident_timestamp_ limit ?""")
                .param(MOST_ROWS)
                .query((row, n) -> new Stuck(
                        row.getString("id_"),
                        new TicketId(row.getObject("id", UUID.class)),
                        new TicketNumber(row.getString("number")),
                        row.getString("subject"),
                        row.getString("name_") == null ? row.getString("key_") : row.getString("name_"),
                        step(row.getString("proc_def_id_"), row.getString("activity_id_")),
                        row.getTimestamp("incident_timestamp_").toInstant()))
                .list();
    }

    /** Gives the step its tries back; the engine takes it up within seconds. */
    @Transactional
    public void retry(String incident) {
        String job = jdbc.sql("select configuration_ from act_ru_incident where id_ = ? and incident_type_ = 'failedJob'")
                .param(incident)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new TicketRefused("This step is not stuck any more."));
        management.setJobRetries(job, TRIES);
    }

    private String step(String definition, String activity) {
        return repository.getBpmnModelInstance(definition).getModelElementById(activity) instanceof FlowNode node
                        && node.getName() != null
                ? node.getName()
                : activity;
    }
}

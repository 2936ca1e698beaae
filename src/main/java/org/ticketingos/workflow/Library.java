package org.ticketingos.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diagrams and tables that run now, to look at. */
@Component
public class Library {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Library(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** What a model is. */
    public enum Kind {
        DIAGRAM,
        TABLE
    }

    /**
     * A model in its newest version.
     *
     * @param key file name without its ending
     * @param folder where it stands: {@code processes/stages}
     */
    public record Model(Kind kind, String key, String name, String folder, int version) {}

    /** All diagrams, then all tables, by folder and key. */
    public List<Model> models() {
        List<Model> models = new ArrayList<>();
        for (ProcessDefinition one : repository.createProcessDefinitionQuery().latestVersion()
                .orderByProcessDefinitionKey().asc().list()) {
            models.add(model(Kind.DIAGRAM, one.getKey(), one.getName(), one.getResourceName(), one.getVersion()));
        }
        for (DecisionDefinition one : repository.createDecisionDefinitionQuery().latestVersion()
                .orderByDecisionDefinitionKey().asc().list()) {
            models.add(model(Kind.TABLE, one.getKey(), one.getName(), one.getResourceName(), one.getVersion()));
        }
        return models;
    }

    /** XML of the newest version of a diagram or table. */
    public String xml(Kind kind, String key) {
        try (InputStream xml = kind == Kind.DIAGRAM
                ? repository.getProcessModel(newest(key))
                : repository.getDecisionModel(repository.createDecisionDefinitionQuery().decisionDefinitionKey(key)
                        .latestVersion().singleResult().getId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many tokens of tickets the asker may see stand on each activity of a diagram, all versions together. */
    public Map<String, Integer> tokens(String process) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select e.act_id_, count(*) as n from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        join act_ru_execution i on i.id_ = e.proc_inst_id_
                        join ticket t on t.id::text = i.business_key_
                        where d.key_ = ? and e.act_id_ is not null and e.is_active_
                          and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)
                        group by e.act_id_""")
                .param(process)
                .query(row -> {
                    counts.put(row.getString("act_id_"), row.getInt("n"));
                });
        return counts;
    }

    private String newest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
    }

    private static Model model(Kind kind, String key, String name, String resource, int version) {
        String folder = resource.contains("/") ? resource.substring(0, resource.lastIndexOf('/')) : "";
        return new Model(kind, key, name == null ? key : name, folder, version);
    }
}

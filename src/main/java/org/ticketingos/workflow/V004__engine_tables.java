package org.ticketingos.workflow;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Makes the engine's tables from the scripts in its own jar, as the owner, so that the application owns nothing. */
@Component
public class V004__engine_tables extends BaseJavaMigration {

    private static final List<String> SCRIPTS =
            List.of("engine", "case.engine", "decision.engine", "history", "case.history", "decision.history",
                    "identity");

    @Override
    public void migrate(Context context) throws Exception {
        for (String script : SCRIPTS) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new EncodedResource(
                            new ClassPathResource(
                                    "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"),
                            "UTF-8"));
        }
        // Completing a task looks for its sub-tasks; without this index that reads every open task.
        try (var sql = context.getConnection().createStatement()) {
            sql.execute("create index act_idx_task_parent on act_ru_task (parent_task_id_)"
                    + " where parent_task_id_ is not null");
        }
    }
}

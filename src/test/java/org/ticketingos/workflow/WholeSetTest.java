package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WholeSetTest {

    @RegisterExtension
    final Engine engine = Engine.with(ModelFile.onClassPath().stream()
            .map(ModelFile::path)
            .filter(path -> !path.endsWith(".drl"))
            .toArray(String[]::new));

    @Test
    void the_engine_takes_all_models_of_the_house_as_one_deployment() {
        List<ProcessDefinition> processes = engine.processes();

        assertThat(processes).hasSize((int) ModelFile.onClassPath().stream()
                .filter(file -> file.ending().equals("bpmn"))
                .count());
        assertThat(processes).extracting(ProcessDefinition::getDeploymentId).containsOnly(processes.get(0)
                .getDeploymentId());
    }
}

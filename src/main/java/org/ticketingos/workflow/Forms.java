package org.ticketingos.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;

/** The forms of open steps, each in the version its diagram was deployed with. */
@Component
class Forms {

    private final FormService engine;

    Forms(FormService engine) {
        this.engine = engine;
    }

    Form of(String taskId) {
        try (InputStream form = engine.getDeployedTaskForm(taskId)) {
            return Form.parse(new String(form.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

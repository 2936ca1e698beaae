package org.ticketingos.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lists in the modelling guide are those of the code; when one fails, paste what was expected into the guide. */
class ModellingGuideTest {

    private static final Vocabulary VOCABULARY = Vocabulary.ofTheHouse();

    @Test
    void the_guide_lists_every_step() throws IOException {
        String steps = VOCABULARY.steps().keySet().stream()
                .map(bean -> "| `" + bean + "` | "
                        + VOCABULARY.methods(bean).stream()
                                .map(ModellingGuideTest::signature)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + " |")
                .collect(Collectors.joining("\n"));

        assertThat(guide()).contains("| steps | methods |\n|---|---|\n" + steps + "\n\n");
    }

    @Test
    void the_guide_lists_every_message() throws IOException {
        String messages =
                VOCABULARY.messages().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));

        assertThat(guide()).contains("Messages a diagram can wait for: " + messages + ".");
    }

    @Test
    void the_guide_lists_every_type_of_field() throws IOException {
        for (FormField.Type type : FormField.Type.values()) {
            assertThat(guide()).contains("| `" + type.word() + "` |");
        }
    }

    private static String signature(Method method) {
        String arguments =
                Arrays.stream(method.getParameters()).map(Parameter::getName).collect(Collectors.joining(", "));
        String answer = method.getReturnType() == void.class ? "" : ": " + method.getReturnType().getSimpleName();
        return "`" + method.getName() + "(" + arguments + ")" + answer + "`";
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("docs/modelling.md"));
    }
}

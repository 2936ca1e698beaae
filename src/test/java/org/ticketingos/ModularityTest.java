package org.ticketingos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModules;
import org.ticketingos.ticket.Steps;

class ModularityTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ticketingos");

    @Test
    void modules_use_only_what_their_identity_cards_allow() {
        ApplicationModules.of(Application.class).verify();
    }

    @ParameterizedTest(name = "{0} lives in {1}")
    @CsvSource({
        "org.camunda.., ..workflow..",
        "org.kie.., ..gate..",
        "org.drools.., ..gate..",
        "com.vaadin.., ..ui..",
        "jakarta.mail.., ..channel..|..standalone..",
        "org.springframework.integration.., ..channel..",
        "org.apache.pdfbox.., ..document..",
        "net.sourceforge.tess4j.., ..document..",
        "ai.onnxruntime.., ..triage..",
        "io.swagger.., ..api..",
        "io.zonky.., ..standalone..",
        "com.icegreen.., ..standalone..",
        "com.ibm.icu.., ..client..",
        "de.focus_shift.., ..client..",
        "com.google.zxing.., ..ui..",
        "org.springframework.security.oauth2.., ..access.."
    })
    void each_large_library_has_one_home(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackages(home.split("\\|"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CODE);
    }

    @Test
    void nobody_calls_the_steps_of_a_diagram_but_the_diagram() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Steps.class)
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Steps.class)
                .check(CODE);
    }
}

package org.ticketingos.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;
import org.springframework.beans.factory.annotation.Autowired;

/** The product as it runs, one context for all journeys: real PostgreSQL, real mail, real OCR, sample company. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("journey")
abstract class WholeApplication {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    // The surroundings are chosen before the first bean, so these must be known before the context begins.
    static {
        Map<String, String> settings = new HashMap<>();
        settings.put("ticketingos.sample-tickets", "false");
        settings.put("ticketingos.data-dir", freshFolder());
        settings.put("ticketingos.embedded-mail.smtp-port", "0");
        settings.put("ticketingos.embedded-mail.imap-port", "0");
        settings.forEach(System::setProperty);
    }

    private static String freshFolder() {
        Path folder = Path.of("target", "journey").toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString();
    }

    int smtpPort() {
        return environment.getRequiredProperty("spring.mail.port", Integer.class);
    }

    Api as(String login) {
        return new Api(base(), login, "demo");
    }

    String base() {
        return "http://localhost:" + port;
    }
}

package org.ticketingos.channel;

import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes the mail library read what real mail programs write. Its classes read most switches once, when they load, so
 * this runs before anything else. With the strict defaults 69 of 563 odd mails fail, with these 11.
 */
public class LenientMail implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, String> SWITCHES = Map.ofEntries(
            Map.entry("mail.mime.ignoreunknownencoding", "true"),
            Map.entry("mail.mime.base64.ignoreerrors", "true"),
            Map.entry("mail.mime.uudecode.ignoreerrors", "true"),
            Map.entry("mail.mime.uudecode.ignoremissingbeginend", "true"),
            Map.entry("mail.mime.multipart.allowempty", "true"),
            Map.entry("mail.mime.parameters.strict", "false"),
            Map.entry("mail.mime.contentdisposition.strict", "false"),
            Map.entry("mail.mime.contenttransferencoding.strict", "false"),
            Map.entry("mail.mime.decodetext.strict", "false"),
            Map.entry("mail.mime.decodefilename", "true"));

    static void apply() {
        SWITCHES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    /** Switches of a mail session; the others are the process's. */
    static Properties session() {
        Properties session = new Properties();
        session.setProperty("mail.mime.address.strict", "false");
        return session;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        apply();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

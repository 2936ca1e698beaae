package org.ticketingos.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people write.
 *
 * @param undo how long a reply can be taken back after it was sent, 10 to 30 seconds
 */
@ConfigurationProperties("ticketingos.writing")
record WritingSettings(@DefaultValue("10s") Duration undo) {

    WritingSettings {
        if (undo.compareTo(Duration.ofSeconds(10)) < 0 || undo.compareTo(Duration.ofSeconds(30)) > 0) {
            throw new IllegalArgumentException("ticketingos.writing.undo is 10s to 30s, not " + undo);
        }
    }
}

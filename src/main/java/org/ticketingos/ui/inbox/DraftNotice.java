package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Says that what was typed earlier is back, and lets it be thrown away, and that be taken back. */
class DraftNotice extends Div {

    private final Runnable discard;
    private final Runnable restore;

    DraftNotice(Instant savedAt, Runnable discard, Runnable restore) {
        this.discard = discard;
        this.restore = restore;
        addClassName("draft-notice");
        say("Your draft of " + Moments.near(savedAt) + " is back.", "Discard it", this::discard);
        Keys.bind(this, Act.DISCARD_DRAFT, this::discard);
    }

    private void discard() {
        discard.run();
        say("Your draft is discarded.", "Undo", () -> {
            restore.run();
            say("Your draft is back.", "Discard it", this::discard);
        });
    }

    private void say(String sentence, String action, Runnable what) {
        removeAll();
        Button button = new Button(action, press -> what.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(new Notice(sentence, Tone.INFO), button);
    }
}

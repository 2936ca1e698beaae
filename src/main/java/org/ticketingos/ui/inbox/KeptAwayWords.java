package org.ticketingos.ui.inbox;

import static org.ticketingos.ui.shell.Tongue.say;

import org.ticketingos.access.CurrentUser;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.ScanState;

/** Why a file is not shown; the signature's name is for our own people. */
final class KeptAwayWords {

    private KeptAwayWords() {}

    static String of(DocumentRef file) {
        if (file.scan() == ScanState.WAITING) {
            return say("shell.file.unchecked", file.name());
        }
        return CurrentUser.get().isClient()
                ? say("shell.file.kept-apart.client", file.name())
                : say("shell.file.kept-apart", file.name(), file.finding());
    }
}

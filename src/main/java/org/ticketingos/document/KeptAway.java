package org.ticketingos.document;

import org.ticketingos.access.CurrentUser;
import org.ticketingos.language.Refused;

/** Why a file is not handed out; the signature's name is for our own people. */
final class KeptAway {

    private KeptAway() {}

    static Refused of(DocumentRef document) {
        if (document.scan() == ScanState.WAITING) {
            return new Refused("shell.file.unchecked", document.name());
        }
        return CurrentUser.find().map(CurrentUser::isClient).orElse(false)
                ? new Refused("shell.file.kept-apart.client", document.name())
                : new Refused("shell.file.kept-apart", document.name(), document.finding());
    }
}

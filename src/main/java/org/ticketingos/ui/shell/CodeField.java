package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.textfield.TextField;
import org.ticketingos.access.AccessRefused;

/** Where a code of the second factor is typed. */
final class CodeField extends TextField {

    /** @param recovery whether a recovery code does as well */
    CodeField(boolean recovery) {
        super(say("shell.second.code"));
        setHelperText(say(recovery ? "shell.second.code.either" : "shell.second.code.six"));
        getElement().setProperty("autocomplete", "one-time-code");
        setManualValidation(true);
        setMaxLength(40);
        setWidth("16rem");
        addClassName("code-field");
    }

    /** Does something with what was typed; a refusal stands at the field, and what was typed stays. */
    boolean tries(Runnable act) {
        try {
            setInvalid(false);
            act.run();
            return true;
        } catch (AccessRefused refused) {
            says(Tongue.find(refused.key()).orElse(refused.getMessage()));
            return false;
        }
    }

    void says(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        focus();
    }
}

package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.access.Users;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Notice;

/** Takes away somebody's second factor, after asking once more. */
class ResetFactor extends Button {

    ResetFactor(Users.User user, SecondFactorRules rules, Runnable done) {
        super("Reset");
        setAriaLabel("Reset the second factor of " + user.name());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        addClickListener(click -> {
            Dialog sure = new Dialog();
            sure.setHeaderTitle("Reset the second factor of " + user.name() + "?");
            sure.setWidth("min(28rem, 94vw)");
            sure.add(new Paragraph("For people who have lost their telephone and their recovery codes. Be sure who asks:"
                    + " until they set up a new one, their password alone lets them in. Their access keys end."));
            Button reset = new Button("Reset it", yes -> {
                sure.close();
                FreshCode.then(() -> {
                    rules.reset(user.login(), CurrentUser.get());
                    Notice.done(user.name() + " has no second factor any more.");
                    done.run();
                });
            });
            reset.addThemeVariants(ButtonVariant.LUMO_ERROR);
            sure.getFooter().add(new Button("Cancel", no -> sure.close()), reset);
            sure.open();
        });
    }
}

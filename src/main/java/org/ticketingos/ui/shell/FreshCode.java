package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServlet;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.FreshProofNeeded;

/** Asks for a fresh code before an act that weighs, and then does the act. */
public final class FreshCode {

    private FreshCode() {}

    /** Does the act; where it needs a fresh code, asks for one and does it again. */
    public static void then(Runnable act) {
        try {
            act.run();
        } catch (FreshProofNeeded needed) {
            ask(act);
        }
    }

    static void ask(Runnable act) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(say("shell.fresh"));
        dialog.setWidth("min(26rem, 94vw)");
        CodeField code = new CodeField(true);
        code.setWidthFull();
        Button confirm = new Button(say("shell.fresh.confirm"), click -> {
            if (code.tries(() -> proof().give(code.getValue()))) {
                dialog.close();
                act.run();
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        code.addKeyPressListener(Key.ENTER, press -> confirm.click());
        Div stack = new Div(new Paragraph(say("shell.fresh.why", FreshProof.LASTS.toMinutes())), code);
        stack.addClassNames("stack", "second");
        dialog.add(stack);
        dialog.getFooter().add(new Button(say("shell.fresh.cancel"), click -> dialog.close()), confirm);
        dialog.open();
        code.focus();
    }

    private static FreshProof proof() {
        return WebApplicationContextUtils.getRequiredWebApplicationContext(
                        VaadinServlet.getCurrent().getServletContext())
                .getBean(FreshProof.class);
    }
}

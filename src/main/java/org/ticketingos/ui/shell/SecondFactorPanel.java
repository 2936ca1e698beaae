package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.HalfLoggedIn;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.access.SecondFactors;

/** Switches the own second factor on and off. */
@org.springframework.stereotype.Component
@Order(2)
class SecondFactorPanel implements ProfilePanel {

    private final SecondFactors factors;
    private final SecondFactorRules rules;
    private final FreshProof proof;

    SecondFactorPanel(SecondFactors factors, SecondFactorRules rules, FreshProof proof) {
        this.factors = factors;
        this.rules = rules;
        this.proof = proof;
    }

    @Override
    public String title() {
        return say("shell.second.title");
    }

    @Override
    public Component panel(CurrentUser user) {
        Div body = new Div();
        body.addClassNames("stack", "second");
        List<String> codes = HalfLoggedIn.takeCodes(
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession());
        show(body, user, codes);
        return body;
    }

    private void show(Div body, CurrentUser user, List<String> codes) {
        body.removeAll();
        Optional<SecondFactors.State> state = factors.of(user.login());
        if (state.isPresent()) {
            isOn(body, user, state.get(), codes);
        } else {
            Button on = new Button(say("shell.second.switch-on"), click -> setUp(body, user));
            body.add(new Paragraph(say("shell.second.off")), new Div(on));
        }
    }

    private void isOn(Div body, CurrentUser user, SecondFactors.State state, List<String> codes) {
        body.add(new Notice(say("shell.second.on", Moments.at(state.since())), Tone.OK));
        if (!codes.isEmpty()) {
            body.add(new RecoveryCodes(codes));
        } else {
            body.add(new Paragraph(Tongue.count("shell.second.left", state.codesLeft())));
        }
        Button renew = new Button(say("shell.second.codes.new"), click ->
                FreshCode.then(() -> show(body, user, rules.newCodes(user))));
        Button off = new Button(say("shell.second.switch-off"), click -> sure(body, user));
        off.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Div acts = new Div(renew, off);
        acts.addClassName("row");
        body.add(acts);
    }

    private void sure(Div body, CurrentUser user) {
        Button off = new Button(say("shell.second.switch-off"), click -> FreshCode.then(() -> {
            rules.switchOff(user);
            show(body, user, List.of());
        }));
        off.addThemeVariants(ButtonVariant.LUMO_ERROR);
        Button keep = new Button(say("shell.second.keep"), click -> show(body, user, List.of()));
        Div acts = new Div(off, keep);
        acts.addClassName("row");
        body.removeAll();
        body.add(new Notice(say("shell.second.sure"), Tone.WARN), acts);
        keep.focus();
    }

    private void setUp(Div body, CurrentUser user) {
        body.removeAll();
        SecondFactors.Draft draft = factors.draft(user.login());
        CodeField code = new CodeField(false);
        Button confirm = new Button(say("shell.second.confirm"), click ->
                code.tries(() -> show(body, user, proof.switchOn(draft.secret(), code.getValue()))));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        code.addKeyPressListener(Key.ENTER, press -> confirm.click());
        Div acts = new Div(confirm, new Button(say("shell.fresh.cancel"), click -> show(body, user, List.of())));
        acts.addClassName("row");
        body.add(new FactorDraft(draft), code, acts);
        code.focus();
    }
}

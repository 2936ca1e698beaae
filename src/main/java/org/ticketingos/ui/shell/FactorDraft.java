package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.ticketingos.access.SecondFactors.Draft;

/** A secret on its way to the telephone: to scan, or to type where there is no camera. */
final class FactorDraft extends Div {

    FactorDraft(Draft draft) {
        addClassName("factor-draft");
        Element secret = new Element("code");
        secret.setText(draft.secret().replaceAll("(.{4})(?=.)", "$1 "));
        Span typed = new Span(say("shell.second.secret") + " ");
        typed.getElement().appendChild(secret);
        Div words = new Div(new Paragraph(say("shell.second.scan")), typed);
        words.addClassName("stack");
        add(new QrCode(draft.uri(), say("shell.second.qr")), words);
    }
}

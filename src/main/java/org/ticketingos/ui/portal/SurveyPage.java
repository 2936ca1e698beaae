package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.ticketingos.client.Brands;
import org.ticketingos.quality.SurveyView;
import org.ticketingos.quality.Surveys;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Three questions after a ticket; whoever holds the link may answer them once. */
@Route(value = "survey", autoLayout = false)
@AnonymousAllowed
class SurveyPage extends OpenPage implements HasUrlParameter<String> {

    private final Surveys surveys;
    private final Div body = new Div();

    SurveyPage(Surveys surveys, Brands brands) {
        super(brands, "portal.survey");
        this.surveys = surveys;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        body.removeAll();
        surveys.view(token).ifPresentOrElse(view -> show(token, view), () -> body.add(
                new H1(say("portal.link.invalid")), new Paragraph(say("portal.link.invalid.advice"))));
    }

    private void show(String token, SurveyView view) {
        brand(view.client());
        body.add(new H1(say("portal.survey")), new Paragraph(view.number() + " · " + view.subject()));
        if (view.answered()) {
            body.add(new Notice(say("portal.survey.answered"), Tone.OK));
            return;
        }
        body.add(new SurveyForm((csat, nps, comment) -> {
            surveys.answer(token, csat, nps, comment);
            body.removeAll();
            body.add(new H1(say("portal.survey.thanks")), new Notice(say("portal.survey.recorded"), Tone.OK));
        }));
    }
}

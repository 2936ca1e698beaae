package org.ticketingos.ui.portal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.stream.IntStream;
import org.ticketingos.quality.SurveyView;
import org.ticketingos.quality.Surveys;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Tone;

/** Three questions after a ticket; whoever holds the link may answer them once. */
@Route(value = "survey", autoLayout = false)
@PageTitle("How was it? · TicketingOS")
@AnonymousAllowed
class SurveyPage extends OpenPage implements HasUrlParameter<String> {

    private static final Map<Integer, String> STARS = Map.of(
            1, "1 · Bad", 2, "2 · Poor", 3, "3 · All right", 4, "4 · Good", 5, "5 · Very good");

    private final Surveys surveys;
    private final Div body = new Div();

    SurveyPage(Surveys surveys) {
        this.surveys = surveys;
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        body.removeAll();
        surveys.view(token).ifPresentOrElse(view -> show(token, view), () -> body.add(
                new H1("This link is not valid"),
                new Paragraph("It may be cut off at the end of a line. Please copy all of it from the mail.")));
    }

    private void show(String token, SurveyView view) {
        body.add(new H1("How was it?"), new Paragraph(view.number() + " · " + view.subject()));
        if (view.answered()) {
            body.add(new Notice("This survey has been answered. Thank you!", Tone.OK));
            return;
        }
        RadioButtonGroup<Integer> csat = new RadioButtonGroup<>("How satisfied are you with the result?");
        csat.setItems(5, 4, 3, 2, 1);
        csat.setItemLabelGenerator(STARS::get);
        csat.setRequired(true);
        csat.setManualValidation(true);
        RadioButtonGroup<Integer> nps = new RadioButtonGroup<>("Would you recommend us?");
        nps.setHelperText("0 not at all, 10 certainly");
        nps.setItems(IntStream.rangeClosed(0, 10).boxed().toList());
        TextArea comment = new TextArea("What could be better?");
        comment.setWidthFull();
        comment.setMaxLength(2_000);
        Button send = new Button("Send", click -> {
            if (csat.isEmpty()) {
                csat.setErrorMessage("Choose one, then send.");
                csat.setInvalid(true);
                return;
            }
            surveys.answer(token, csat.getValue(), nps.getValue(), comment.getValue());
            body.removeAll();
            body.add(new H1("Thank you!"), new Notice("Your answer is recorded.", Tone.OK));
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        body.add(csat, nps, comment, new Div(send));
    }
}

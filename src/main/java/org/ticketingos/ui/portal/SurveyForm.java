package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.stream.IntStream;

/** Three questions after a request; the same with and without a log-in. */
class SurveyForm extends Div {

    /** Takes the answer. */
    interface Taker {
        void take(int csat, int nps, String comment);
    }

    SurveyForm(Taker taker) {
        addClassName("stack");
        RadioButtonGroup<Integer> csat = new RadioButtonGroup<>(say("portal.survey.satisfied"));
        csat.setItems(5, 4, 3, 2, 1);
        csat.setItemLabelGenerator(stars -> stars + " · " + say("portal.survey.stars." + stars));
        RadioButtonGroup<Integer> nps = new RadioButtonGroup<>(say("portal.survey.recommend"));
        nps.setHelperText(say("portal.survey.recommend.scale"));
        nps.setItems(IntStream.rangeClosed(0, 10).boxed().toList());
        nps.addClassName("scale");
        TextArea comment = new TextArea(say("portal.survey.better"));
        comment.setWidthFull();
        comment.setMaxLength(2_000);
        Button send = new Button(say("portal.survey.send"), VaadinIcon.CHECK.create(), click -> {
            boolean whole = chosen(csat) & chosen(nps);
            if (whole) {
                taker.take(csat.getValue(), nps.getValue(), comment.getValue());
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div end = new Div(send);
        end.addClassName("big-choice");
        add(csat, nps, comment, end);
    }

    private static boolean chosen(RadioButtonGroup<Integer> question) {
        question.setManualValidation(true);
        question.setErrorMessage(say("portal.survey.choose"));
        question.setInvalid(question.isEmpty());
        return !question.isEmpty();
    }
}

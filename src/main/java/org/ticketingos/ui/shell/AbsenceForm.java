package org.ticketingos.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.staffing.Absences;
import org.ticketingos.staffing.Agent;
import org.ticketingos.staffing.Roster;
import org.ticketingos.ticket.TicketRefused;

/** Enters an absence, whole days in the viewer's zone. */
class AbsenceForm extends Div {

    private final DatePicker from = new DatePicker("First day away");
    private final DatePicker to = new DatePicker("Last day away");
    private final TextField reason = new TextField("Why");
    private final ComboBox<Agent> deputy = new ComboBox<>("Who stands in");
    private final ComboBox<Agent> who = new ComboBox<>("Who is away");
    private final Div said = new Div();

    /** @param login whose absence; null: the viewer chooses */
    AbsenceForm(Absences absences, Roster roster, CurrentUser user, @Nullable String login, Runnable done) {
        addClassNames("stack", "absence-form");
        from.setI18n(Moments.dates());
        to.setI18n(Moments.dates());
        List<Agent> agents = roster.all();
        deputy.setItems(agents.stream().filter(agent -> !agent.login().equals(login)).toList());
        deputy.setItemLabelGenerator(Agent::name);
        deputy.setHelperText("Empty: the work goes back to its queues.");
        deputy.setClearButtonVisible(true);
        who.setItems(agents);
        who.setItemLabelGenerator(Agent::name);
        reason.setPlaceholder("Holiday");
        reason.setMaxLength(100);
        Button save = new Button("Enter absence", click -> save(absences, user, login, done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div first = new Div(from, to);
        Div second = new Div(reason, deputy);
        if (login == null) {
            first.addComponentAsFirst(who);
        }
        first.addClassName("row");
        second.addClassName("row");
        Span note = new Span("Open work moves to the deputy when the absence begins, what comes later too; what is still "
                + "open comes back by itself afterwards. What the deputy does is kept as done for the absent person.");
        note.addClassNames("soft", "small");
        said.getElement().setAttribute("aria-live", "polite");
        add(first, second, note, said, new Div(save));
    }

    private void save(Absences absences, CurrentUser user, @Nullable String login, Runnable done) {
        said.removeAll();
        try {
            String person = login != null ? login : who.getValue() == null ? null : who.getValue().login();
            if (person == null || from.getValue() == null || to.getValue() == null) {
                throw new TicketRefused("Choose who is away, the first and the last day.");
            }
            absences.enter(
                    person,
                    from.getValue().atStartOfDay(Moments.zone()).toInstant(),
                    to.getValue().plusDays(1).atStartOfDay(Moments.zone()).toInstant(),
                    reason.getValue(),
                    deputy.getValue() == null ? null : deputy.getValue().login(),
                    user);
            from.clear();
            to.clear();
            reason.clear();
            deputy.clear();
            Notice.done("Entered.");
            done.run();
        } catch (TicketRefused refused) {
            said.add(new Notice(refused.getMessage(), Tone.BAD));
        }
    }
}

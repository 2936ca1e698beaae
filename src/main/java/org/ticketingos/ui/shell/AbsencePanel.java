package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.staffing.Absences;
import org.ticketingos.staffing.Roster;

/** When I am away, and who stands in. */
@org.springframework.stereotype.Component
@Order(30)
class AbsencePanel implements ProfilePanel {

    private final Absences absences;
    private final Roster roster;

    AbsencePanel(Absences absences, Roster roster) {
        this.absences = absences;
        this.roster = roster;
    }

    @Override
    public String title() {
        return "My absence";
    }

    @Override
    public boolean possible(CurrentUser user) {
        return !user.isClient() && roster.agent(user.login()).isPresent();
    }

    @Override
    public Component panel(CurrentUser user) {
        Div body = new Div();
        AbsenceList list = new AbsenceList(absences, user, false);
        body.add(list, new AbsenceForm(absences, roster, user, user.login(), list::anew));
        return body;
    }
}

package org.ticketingos.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.staffing.Absences;
import org.ticketingos.staffing.Roster;

/** Who of the team is away when, and who stands in. */
@Route("absences")
@Menu(title = "Absences", icon = "vaadin:calendar-user", order = 4.5)
@RolesAllowed("SUPERVISOR")
class AbsencesView extends Page {

    AbsencesView(Absences absences, Roster roster) {
        super("Absences");
        CurrentUser user = CurrentUser.get();
        lead("Work of an absent person moves to the deputy and comes back by itself.");
        AbsenceList list = new AbsenceList(absences, user, true);
        Div body = new Div(
                new Panel("Present and coming", list),
                new Panel("Enter an absence", new AbsenceForm(absences, roster, user, null, list::anew)));
        body.addClassName("profile");
        add(body);
    }
}

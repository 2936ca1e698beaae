package org.ticketingos.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.staffing.Absences;
import org.ticketingos.ticket.TicketRefused;

/** Present and coming absences, of one person or of everybody. */
class AbsenceList extends Div {

    private final Absences absences;
    private final CurrentUser user;
    private final boolean team;

    AbsenceList(Absences absences, CurrentUser user, boolean team) {
        this.absences = absences;
        this.user = user;
        this.team = team;
        addClassName("stack");
        anew();
    }

    void anew() {
        removeAll();
        List<Absences.Away> all = team ? absences.team() : absences.of(user.login());
        if (all.isEmpty()) {
            Span none = new Span(team ? "Nobody is away, now or later." : "No absence is entered.");
            none.addClassNames("soft", "small");
            add(none);
        }
        all.forEach(away -> add(line(away)));
    }

    private Div line(Absences.Away away) {
        Span when = new Span(Moments.at(away.from()) + " to " + Moments.at(away.to()));
        Span why = new Span(away.reason() + (away.deputy() == null
                ? "; work goes back to its queues"
                : "; " + away.deputy() + " stands in"));
        why.addClassName("soft");
        Div line = new Div();
        if (team) {
            Span who = new Span(Who.is(away.login()));
            who.addClassName("strong");
            line.add(who);
        }
        line.add(when, why);
        if (away.started()) {
            line.add(new Chip("Away now", Tone.WARN));
        }
        Button end = new Button(away.started() ? "Back already" : "Take back", click -> {
            try {
                absences.end(away.id(), user);
                Notice.done(away.started() ? "Welcome back; the work returns within a minute." : "Taken back.");
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
            anew();
        });
        end.addThemeVariants(ButtonVariant.LUMO_SMALL);
        end.addClassName("push");
        line.add(end);
        line.addClassNames("row", "small");
        return line;
    }
}

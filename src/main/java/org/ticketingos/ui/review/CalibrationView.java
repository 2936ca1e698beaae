package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.quality.Calibration;
import org.ticketingos.quality.Calibrations;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.inbox.Papers;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Words;

/** One session: first to judge, item by item beside its page; when all are in, the differences side by side. */
@Route("calibration")
@RolesAllowed({"REVIEWER", "SUPERVISOR", "ANALYST"})
class CalibrationView extends Page implements HasUrlParameter<String> {

    private final transient Calibrations calibrations;
    private final transient Papers papers;
    private final transient Users users;
    private final CurrentUser user = CurrentUser.get();
    private final Div body = new Div();
    private int at;

    CalibrationView(Calibrations calibrations, Papers papers, Users users) {
        super("Calibration");
        this.calibrations = calibrations;
        this.papers = papers;
        this.users = users;
        actions(new Anchor("calibration", "All sessions"));
        add(body);
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        UUID known;
        try {
            known = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new TicketRefused("There is no such session.");
        }
        Calibration session = calibrations.find(known, user);
        lead("%s · %s · %s · %d of %d reviewers are in".formatted(session.title(), Words.text(session.line()),
                Words.count(session.items().size(), "item"), session.finished(), session.raters().size()));
        show(session);
    }

    private void show(Calibration session) {
        body.removeAll();
        body.addClassName("stack");
        if (session.closed()) {
            body.add(new CalibrationOutcome(
                    session, calibrations, users, user, () -> show(calibrations.find(session.id(), user))));
            return;
        }
        boolean judging = session.rater(user.login()).filter(one -> one.finishedAt() == null).isPresent();
        if (judging) {
            body.add(judge(session));
        } else {
            body.add(new Panel("Waiting", new Empty(VaadinIcon.HOURGLASS,
                    "%d of %d reviewers are in.".formatted(session.finished(), session.raters().size()),
                    "Nobody sees any answers until all are in, or the leader closes the session.")));
        }
        if (Calibrations.leads(user)) {
            Button end = new Button("Close now and show the differences", click -> {
                calibrations.end(session.id(), user);
                show(calibrations.find(session.id(), user));
            });
            body.add(new Div(end));
        }
    }

    private Component judge(Calibration session) {
        Calibration.Item item = session.items().get(at);
        Div work = new Div();
        work.addClassName("work");
        papers.about(calibrations.documents(item)).ifPresentOrElse(work::add, () -> work.addClassName("alone"));
        JudgeForm form = new JudgeForm(item, calibrations.own(session.id(), user));
        boolean last = at == session.items().size() - 1;
        Button next = new Button(last ? "Hand in" : "Save, next item", VaadinIcon.CHECK.create(), click -> {
            try {
                calibrations.answer(session.id(), form.given(), user);
                if (last) {
                    calibrations.finish(session.id(), user);
                    Notice.done("Handed in. Thank you.");
                } else {
                    form.complete();
                    at++;
                }
                show(calibrations.find(session.id(), user));
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button("Item before", click -> {
            calibrations.answer(session.id(), form.given(), user);
            at--;
            show(calibrations.find(session.id(), user));
        });
        back.setVisible(at > 0);
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Span where = new Span("Item %d of %d; nobody sees your answers yet.".formatted(at + 1, session.items().size()));
        where.addClassNames("soft", "small");
        Div end = new Div(next, back, where);
        end.addClassName("form-end");
        work.add(new Panel("Item " + item.position(), form, end));
        return work;
    }
}

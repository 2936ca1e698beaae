package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.CalendarBook.Kept;
import org.ticketingos.client.PublicHolidays;
import org.ticketingos.client.WorkCalendar.Version;
import org.ticketingos.sla.CalendarDesk;
import org.ticketingos.sla.CalendarDesk.Proposal;
import org.ticketingos.sla.CalendarPreview;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.board.Sheet;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.FreshCode;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** One business calendar: all its versions, its holidays, what is proposed, and a change to be planned. */
@Route("settings/calendars/:calendar")
@RolesAllowed("ADMIN")
class CalendarView extends Page implements BeforeEnterObserver {

    private final transient CalendarDesk desk;
    private final transient CalendarPreview preview;
    private final transient PublicHolidays known;
    private final Div body = new Div();

    CalendarView(CalendarDesk desk, CalendarPreview preview, PublicHolidays known) {
        super("Business calendar");
        this.desk = desk;
        this.preview = preview;
        this.known = known;
        actions(new Anchor("settings/calendars", "All calendars"));
        body.addClassName("stack");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("calendar").orElse(""));
    }

    private void show(String id) {
        CalendarDesk.Sheet sheet = desk.of(id);
        title(sheet.head().name(), sheet.head().name());
        LocalDate today = desk.today(id);
        body.removeAll();
        Kept now = CalendarsView.now(sheet.versions(), today);
        body.add(versions(id, sheet, today, now));
        sheet.proposals().forEach(proposal -> body.add(proposal(id, sheet, proposal)));
        HolidayLists lists = new HolidayLists(today, false);
        lists.show(now.plan().holidays());
        body.add(new Panel("Holidays that hold now", lists));
        body.add(new ChangePlan(desk, preview, known, sheet, today, () -> show(id)));
    }

    private Panel versions(String id, CalendarDesk.Sheet kept, LocalDate today, Kept now) {
        Sheet sheet = new Sheet("Versions of " + kept.head().name(),
                List.of("Holds from", "State", "Hours", "Holidays", "Put in force by", "Why", ""));
        List<Kept> newest = new ArrayList<>(kept.versions());
        Collections.reverse(newest);
        for (Kept one : newest) {
            LocalDate from = one.plan().from();
            boolean planned = from.isAfter(today);
            sheet.row(
                    Sheet.text(from.equals(Version.SINCE_EVER) ? "the beginning" : Moments.day(from)),
                    planned ? new Chip("Planned", Tone.INFO)
                            : one == now ? new Chip("In force", Tone.OK) : new Chip("Past", Tone.PLAIN),
                    Sheet.text(WeekText.summary(one.plan().blocks())),
                    Sheet.text(Integer.toString(one.plan().holidays().size())),
                    Sheet.soft(Who.is(one.by()) + ", " + Moments.at(one.at())),
                    Sheet.soft(one.why()),
                    planned ? small("Take back", "Take back the version from " + Moments.day(from), () -> ask(
                            "Take back the version from " + Moments.day(from) + "?", why -> {
                                desk.withdraw(id, from, why, CurrentUser.get());
                                Notice.done("Taken back; the hours before it go on.");
                                show(id);
                            })) : new Div());
        }
        Div line = new Div(Sheet.soft("Time zone " + kept.head().zone().getId() + " · counted on by "
                + CalendarsView.users(kept.head())));
        return new Panel("Versions", line, sheet);
    }

    private Component proposal(String id, CalendarDesk.Sheet sheet, Proposal proposal) {
        return new ProposalPanel(
                proposal,
                CalendarsView.now(sheet.versions(), proposal.plan().from()).plan(),
                preview,
                () -> act(id, "It is in force from " + Moments.day(proposal.plan().from())
                        + "; due dates follow within minutes.", () -> desk.confirm(proposal.id(), CurrentUser.get())),
                () -> ask("Drop this proposal?", why -> {
                    desk.reject(proposal.id(), why, CurrentUser.get());
                    Notice.done("Dropped.");
                    show(id);
                }));
    }

    private void act(String id, String done, Runnable act) {
        try {
            FreshCode.then(() -> {
                act.run();
                Notice.done(done);
                show(id);
            });
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
        }
    }

    private static void ask(String question, Consumer<String> go) {
        new ReasonDialog(question, go).open();
    }

    private static Button small(String text, String label, Runnable act) {
        Button button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(label);
        return button;
    }
}

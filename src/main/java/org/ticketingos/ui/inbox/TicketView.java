package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.channel.Composed;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketNumber;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Live;
import org.ticketingos.ui.shell.Presence;
import org.ticketingos.workflow.InboxItem;

/** One ticket in three zones: what it is, what was said, what to do. */
@Route("tickets")
@RolesAllowed({"AGENT", "SUPERVISOR", "FINANCE", "ANALYST", "ADMIN"})
class TicketView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final TicketDesk desk;
    private final TicketHead head;
    private final FactsZone facts;
    private final WorkZone work;
    private final Div zones = new Div();
    private SaidZone said;
    private Ticket ticket;
    private @Nullable ActionMenu actions;

    TicketView(TicketDesk desk) {
        this.desk = desk;
        head = new TicketHead(this::shut);
        facts = new FactsZone(desk, this::again);
        work = new WorkZone(desk, this::worked);
        addClassName("ticket-page");
        zones.addClassName("zones");
        add(head, zones);
    }

    @Override
    public void setParameter(BeforeEvent event, String number) {
        if (!number.matches("T-\\d{1,12}")) {
            throw new TicketRefused("There is no such ticket.");
        }
        ticket = desk.tickets()
                .find(new TicketNumber(number))
                .orElseThrow(() -> new TicketRefused("There is no such ticket."));
        said = new SaidZone(ticket, desk, this::remember);
        said.open(event.getLocation().getQueryParameters().getSingleParameter("tab").orElse(null));
        zones.removeAll();
        zones.add(facts, said, work);
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        Presence.enter(attach.getUI(), ticket.id(), desk.user());
        head.here(Presence.others(ticket.id()));
        if (!attach.isInitialAttach()) {
            return;
        }
        Presence.watch(this, () -> head.here(Presence.others(ticket.id())));
        Live.gathered(this, event -> event.ticketId().equals(ticket.id()), events -> again());
        Keys.bind(this, Act.REPLY, () -> said.write(Composed.Kind.REPLY));
        Keys.bind(this, Act.NOTE, () -> said.write(Composed.Kind.NOTE));
        Keys.bind(this, Act.ZONE_1, () -> focus(facts));
        Keys.bind(this, Act.ZONE_2, () -> focus(said));
        Keys.bind(this, Act.ZONE_3, () -> focus(work));
    }

    @Override
    protected void onDetach(com.vaadin.flow.component.DetachEvent detach) {
        Presence.leave(detach.getUI());
    }

    private static void focus(Component zone) {
        zone.getElement().executeJs("this.focus(); this.scrollIntoView({block: 'nearest'})");
    }

    private void acted() {
        work.acted();
        again();
    }

    private void again() {
        ticket = desk.tickets().get(ticket.id());
        said.again();
        draw();
    }

    /** After an act on a step: at once what the person looks at; the rest follows by what was recorded, as in every window. */
    private void worked() {
        ticket = desk.tickets().get(ticket.id());
        draw(desk.inbox().of(ticket.id(), desk.user()));
    }

    /** Head, facts and steps as they are now; texts and forms being filled are left alone. */
    private void draw() {
        List<InboxItem> steps = desk.inbox().of(ticket.id(), desk.user());
        draw(steps);
        facts.show(ticket, steps);
    }

    private void draw(List<InboxItem> steps) {
        head.show(ticket, desk.clientName(ticket), desk.clocks().of(ticket.id()));
        if (actions == null) {
            actions = new ActionMenu(ticket, desk.user(), desk.actions(), this::acted);
        }
        actions.about(ticket);
        head.act(actions);
        work.show(steps);
        zones.setClassName("with-paper", work.wide());
        zones.setClassName("without-work", steps.isEmpty());
    }

    private void shut(boolean yes) {
        zones.setClassName("facts-shut", yes);
    }

    private void remember(String tab) {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(
                null, new Location("tickets/" + ticket.number(), QueryParameters.of("tab", tab))));
    }

    @Override
    public String getPageTitle() {
        return ticket.number() + " " + ticket.subject() + " · TicketingOS";
    }
}

package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.notice.Watching;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;

/** Who follows a request without working on it. */
@org.springframework.stereotype.Component
@Order(30)
class PeopleAside extends StaffAside {

    private final Watching watching;
    private final Users users;

    PeopleAside(Watching watching, Users users) {
        super("Followed by");
        this.watching = watching;
        this.users = users;
    }

    @Override
    void fill(Div body, Ticket ticket, CurrentUser user) {
        body.removeAll();
        List<String> people = watching.of(ticket.id());
        if (people.isEmpty()) {
            Span none = new Span("Nobody follows it besides those who work on it.");
            none.addClassNames("soft", "small");
            body.add(none);
        }
        people.forEach(login -> body.add(person(body, ticket, user, login)));
        boolean mine = people.contains(user.login());
        Button follow = new Button(mine ? "Follow no longer" : "Follow", click -> {
            if (mine) {
                watching.leave(ticket.id(), user.login(), user);
            } else {
                watching.watch(ticket.id(), user.login(), user);
            }
            fill(body, ticket, user);
        });
        follow.setIcon((mine ? VaadinIcon.EYE_SLASH : VaadinIcon.EYE).create());
        follow.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div row = new Div(follow, bring(body, ticket, user, people));
        row.addClassName("row");
        body.add(row);
    }

    private Div person(Div body, Ticket ticket, CurrentUser user, String login) {
        Span name = new Span(users.find(login).map(Users.User::name).orElse(login));
        Div line = new Div(name);
        line.addClassNames("row", "small");
        if (!login.equals(user.login())) {
            Button leave = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                watching.leave(ticket.id(), login, user);
                fill(body, ticket, user);
            });
            leave.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            leave.setAriaLabel(login + " follows no longer");
            leave.addClassName("push");
            line.add(leave);
        }
        return line;
    }

    private ComboBox<Users.User> bring(Div body, Ticket ticket, CurrentUser user, List<String> people) {
        ComboBox<Users.User> bring = new ComboBox<>();
        bring.setAriaLabel("Bring somebody in");
        bring.setPlaceholder("Bring somebody in");
        bring.setItemLabelGenerator(one -> one.name() + " (" + one.login() + ")");
        bring.setItems(users.all().stream()
                .filter(one -> one.active() && one.client() == null && !people.contains(one.login()))
                .toList());
        bring.addThemeName("small");
        bring.addClassName("grow");
        bring.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                return;
            }
            try {
                watching.watch(ticket.id(), change.getValue().login(), user);
                fill(body, ticket, user);
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        return bring;
    }
}

package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.quality.Calibration;
import org.ticketingos.quality.Calibrations;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** Calibration sessions: those one is asked to judge in, and for leaders a new one. */
@Route("calibration")
@Menu(title = "Calibration", icon = "vaadin:scale", order = 2.5)
@RolesAllowed({"REVIEWER", "SUPERVISOR", "ANALYST"})
class CalibrationsView extends Page {

    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final transient Calibrations calibrations;
    private final transient Map<ClientId, String> names = new LinkedHashMap<>();
    private final CurrentUser user = CurrentUser.get();

    CalibrationsView(Calibrations calibrations, Clients clients, Users users, Clock clock) {
        super("Calibration");
        this.calibrations = calibrations;
        clients.all().forEach(client -> names.put(client.id(), client.name()));
        lead("Several reviewers judge the same work blind; nobody sees another's answers until all are in.");
        Div stack = new Div();
        stack.addClassName("stack");
        if (Calibrations.leads(user)) {
            stack.add(draw(clients, users, clock));
        }
        stack.add(sessions());
        add(stack);
    }

    private Component sessions() {
        Grid<Calibration> grid = new Grid<>();
        grid.addComponentColumn(one -> new Anchor("calibration/" + one.id(), one.title())).setHeader("Session")
                .setFlexGrow(3);
        grid.addColumn(one -> names.getOrDefault(one.client(), "") + " · " + Words.text(one.line())).setHeader("Line").setFlexGrow(2);
        grid.addColumn(one -> one.items().size()).setHeader("Items").setWidth("5rem").setFlexGrow(0);
        grid.addColumn(one -> one.finished() + " of " + one.raters().size() + " in").setHeader("Answers")
                .setWidth("7rem").setFlexGrow(0);
        grid.addComponentColumn(this::state).setHeader("State").setWidth("10rem").setFlexGrow(0);
        grid.addColumn(one -> Moments.near(one.openedAt())).setHeader("Begun").setWidth("10rem").setFlexGrow(0);
        grid.setItems(calibrations.of(user));
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setEmptyStateComponent(new Empty(VaadinIcon.SCALE, "No session yet.",
                Calibrations.leads(user) ? "Draw one above; weekly is usual." : "When you are asked to judge in one, it shows up here."));
        return new Panel("Sessions", grid);
    }

    private Component state(Calibration one) {
        if (one.closed()) {
            return new Chip("Closed", Tone.PLAIN);
        }
        return one.rater(user.login()).filter(rater -> rater.finishedAt() == null).isPresent()
                ? new Chip("Yours to judge", Tone.WARN)
                : new Chip("Waiting for others", Tone.INFO);
    }

    private Component draw(Clients clients, Users users, Clock clock) {
        ComboBox<Contract> contract = new ComboBox<>("Contract");
        contract.setItems(clients.all().stream().flatMap(one -> clients.contracts(one.id()).stream()).toList());
        contract.setItemLabelGenerator(one -> names.getOrDefault(one.client(), "") + " · " + Words.text(one.line()));
        contract.setWidth("24rem");
        TextField title = new TextField("Title");
        title.setPlaceholder("for example Week 47");
        TextField size = new TextField("Items");
        size.setValue("5");
        size.setWidth("5rem");
        size.setAllowedCharPattern("[0-9]");
        Map<String, Checkbox> raters = new LinkedHashMap<>();
        users.all().stream()
                .filter(one -> one.active() && one.roles().contains(Role.REVIEWER))
                .forEach(one -> raters.put(one.login(), new Checkbox(one.name(), true)));
        Div who = new Div(new Span("Reviewers"));
        who.addClassNames("row", "small");
        raters.values().forEach(who::add);
        Button go = new Button("Draw and ask", VaadinIcon.RANDOM.create(), click -> {
            try {
                if (contract.getValue() == null) {
                    throw new TicketRefused("Choose a contract.");
                }
                Calibration made = calibrations.draw(
                        contract.getValue().client(),
                        contract.getValue().line(),
                        title.getValue(),
                        ScorecardsView.whole(size),
                        raters.entrySet().stream()
                                .filter(one -> one.getValue().getValue())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()),
                        clock.instant().minus(LOOK_BACK),
                        user);
                UI.getCurrent().navigate("calibration/" + made.id());
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(contract, title, size, go);
        row.addClassName("row");
        row.getStyle().set("align-items", "end");
        Span how = new Span("Drawn by lot among the reviewed work of the last 30 days; key and population are kept, so"
                + " that anybody can repeat the draw.");
        how.addClassNames("soft", "small");
        return new Panel("New session", row, who, how);
    }
}

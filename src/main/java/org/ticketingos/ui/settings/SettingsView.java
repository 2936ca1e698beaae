package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.SecondFactorRules;
import org.ticketingos.access.Users;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contract;
import org.ticketingos.document.VirusWatch;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** Who may log in and how, whom we work for, and what was agreed. Most is to look at until the settings' own issue. */
@Route("settings")
@Menu(title = "People & clients", icon = "vaadin:users", order = 8)
@RolesAllowed("ADMIN")
class SettingsView extends Page {

    SettingsView(Users users, Clients clients, SecondFactorRules rules, VirusWatch watch) {
        super("People & clients");
        Div stack = new Div(people(users.all(), clients, rules), new DemandPanel(rules), clients(clients.all()), contracts(clients),
                files(watch.standing()));
        stack.addClassName("stack");
        add(stack);
    }

    private static Component people(List<Users.User> users, Clients clients, SecondFactorRules rules) {
        Grid<Users.User> grid = grid();
        column(grid, "Log-in name", "9rem", Users.User::login);
        column(grid, "Name", "8rem", Users.User::name);
        column(grid, "Roles", "7rem", user -> user.roles().stream().map(role -> Words.text(role.name())).sorted()
                .collect(Collectors.joining(", ")));
        column(grid, "Belongs to", "9rem", user -> user.client() == null ? "Our staff" : clients.get(user.client()).name());
        column(grid, "Queues", "8rem", user -> user.groups().stream().map(Words::queue).sorted()
                .collect(Collectors.joining(", ")));
        grid.addComponentColumn(user ->
                user.active() ? new Chip("May log in", Tone.OK) : new Chip("Switched off", Tone.PLAIN))
                .setHeader("State").setWidth("7rem").setFlexGrow(0);
        Set<String> having = new HashSet<>(rules.having());
        grid.addComponentColumn(user -> factor(user, having, rules)).setHeader("Second factor").setWidth("8rem").setFlexGrow(0);
        grid.setItems(users);
        return new Panel("People", grid);
    }

    /** As wide as it must be and as there is room; what is cut off is told by the pointer. */
    private static void column(
            Grid<Users.User> grid, String heading, String width, ValueProvider<Users.User, String> text) {
        grid.addColumn(text).setHeader(heading).setWidth(width).setTooltipGenerator(text::apply);
    }

    private static Component factor(Users.User user, Set<String> having, SecondFactorRules rules) {
        Div cell = new Div();
        if (!having.contains(user.login())) {
            cell.setText("–");
        } else if (user.login().equals(CurrentUser.get().login())) {
            cell.add(new Chip("On", Tone.OK));
        } else {
            cell.add(new Chip("On", Tone.OK), new ResetFactor(user, rules, () -> {
                having.remove(user.login());
                cell.removeAll();
                cell.setText("–");
            }));
        }
        cell.addClassName("row");
        return cell;
    }

    private static Component clients(List<Client> clients) {
        Grid<Client> grid = grid();
        grid.addColumn(Client::name).setHeader("Client").setAutoWidth(true);
        grid.addColumn(client -> client.id().value()).setHeader("Id").setAutoWidth(true);
        grid.addColumn(Client::country).setHeader("Country").setAutoWidth(true);
        grid.addColumn(client -> client.taxId() == null ? "–" : client.taxId()).setHeader("Tax id").setAutoWidth(true);
        grid.addColumn(client -> client.zone().getId()).setHeader("Time zone").setAutoWidth(true);
        grid.addColumn(Client::billingMail).setHeader("Invoices go to").setAutoWidth(true);
        grid.setItems(clients);
        return new Panel("Clients", grid);
    }

    private static Component contracts(Clients clients) {
        Grid<Contract> grid = grid();
        grid.addColumn(Contract::number).setHeader("Contract").setAutoWidth(true);
        grid.addColumn(contract -> clients.get(contract.client()).name()).setHeader("Client").setAutoWidth(true);
        grid.addColumn(contract -> Words.text(contract.line())).setHeader("Line").setAutoWidth(true);
        grid.addColumn(contract -> Words.text(contract.model().name())).setHeader("Model").setAutoWidth(true);
        grid.addColumn(contract -> Words.text(contract.slaPlan())).setHeader("SLA plan").setAutoWidth(true);
        grid.addColumn(contract -> contract.samplingPercent() + " %").setHeader("QA sample").setAutoWidth(true);
        grid.addColumn(contract -> contract.accuracyTarget().movePointRight(2).stripTrailingZeros().toPlainString()
                + " %").setHeader("Accuracy").setAutoWidth(true);
        grid.addColumn(contract -> contract.reviewRequired()
                ? "within " + Words.count(contract.acceptanceDays(), "business day") : "not asked")
                .setHeader("Client signs off").setAutoWidth(true);
        grid.addColumn(contract -> Moments.day(contract.from())
                + (contract.until() == null ? " on" : " to " + Moments.day(contract.until()))).setHeader("Holds")
                .setAutoWidth(true);
        grid.setItems(clients.all().stream()
                .flatMap(client -> clients.contracts(client.id()).stream())
                .toList());
        return new Panel("Contracts", grid);
    }

    private static Component files(VirusWatch.Standing standing) {
        Panel panel = new Panel("Files that arrive");
        if (!standing.on()) {
            panel.add(new Notice("Arriving files are not checked for viruses: no scanner is set. The operations guide says"
                    + " how to set one (TICKETINGOS_SCANNER_ADDRESS).", Tone.WARN));
            return panel;
        }
        Div stack = new Div();
        stack.addClassName("stack-panel");
        stack.add(standing.awaySince() == null
                ? new Notice("Arriving files are checked for viruses by " + standing.address() + ".", Tone.OK)
                : new Notice("The virus scanner " + standing.address() + " has not answered since "
                        + Moments.near(standing.awaySince()) + " (" + standing.why() + "). Files wait; nothing is lost.", Tone.BAD));
        stack.add(new Facts().with("Not yet checked", String.valueOf(standing.waiting()))
                .with("Kept apart", String.valueOf(standing.keptApart())));
        panel.add(stack);
        return panel;
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        return grid;
    }
}

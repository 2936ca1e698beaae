package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.sla.LadderTrial;
import org.ticketingos.sla.LadderTrial.Candidate;
import org.ticketingos.sla.LateStages;
import org.ticketingos.staffing.IdleTrial;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** The escalation ladder: where it is drawn, and what it or other thresholds would have sent on old tickets. */
@Route("settings/ladder")
@Menu(title = "Escalation ladder", icon = "vaadin:level-up", order = 8.3)
@RolesAllowed({"SUPERVISOR", "ANALYST", "ADMIN"})
class LadderView extends Page {

    private final transient LadderTrial promises;
    private final transient IdleTrial idle;
    private final CurrentUser user = CurrentUser.get();
    private final Select<Integer> days = new Select<>();
    private final ComboBox<Client> client = new ComboBox<>("Client");
    private final TextField warning = new TextField("Warn at (% used)");
    private final TextField target = new TextField("Targets (%)");
    private final TextField silence = new TextField("Idle times (%)");
    private final Button more = new Button("Go on with older tickets");
    private final Div said = new Div();
    private final Div body = new Div();
    private transient LadderSums sums = new LadderSums();
    private @Nullable String next;

    LadderView(LadderTrial promises, IdleTrial idle, LateStages late, Clients clients) {
        super("Escalation ladder");
        this.promises = promises;
        this.idle = idle;
        lead("Who hears when, and what another ladder would have sent. A trial sends and writes nothing.");
        days.setLabel("Tickets of the last");
        days.setItems(7, 30, LadderTrial.MOST_DAYS);
        days.setItemLabelGenerator(number -> Words.count(number, "day"));
        days.setValue(30);
        client.setItems(clients.all());
        client.setItemLabelGenerator(Client::name);
        client.setPlaceholder("Every client");
        client.setClearButtonVisible(true);
        warning.setPlaceholder("as the table says");
        target.setValue("100");
        silence.setValue("100");
        Button go = new Button("Try", click -> begin());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(days, client, warning, target, silence, go);
        form.addClassName("filters");
        said.getElement().setAttribute("aria-live", "polite");
        more.addClickListener(click -> step());
        more.setVisible(false);
        body.addClassName("stack");
        Paragraph note = new Paragraph("100 % is what the tables say today; 50 is twice as sharp. Reminders to answer a"
                + " breach and what people did because they were told are not tried.");
        note.addClassNames("soft", "small");
        Div all = new Div(
                new Panel("The ladder", ladder()),
                new Panel("Our own targets, near or missed now", new LateStagesTable(late.open())),
                new Panel("Try it on old tickets", form, note, said, body, more));
        all.addClassName("stack");
        add(all);
    }

    private static Component ladder() {
        UnorderedList steps = new UnorderedList(
                step("A promise is nearly used up: its owner is warned.", "models/table/sla-targets", "When, and the targets"),
                step("A promise is broken: supervisors are told, one answers for it, the priority goes to high.",
                        "models/diagram/sla-escalation", "The steps as a diagram"),
                step("A holder is silent towards the client: reminded, the step goes back to its queue, a supervisor hears"
                        + " of it.", "models/table/idle-owner", "After how long"),
                step("A target of our own is near or missed: supervisors are told, nobody else.",
                        "models/table/internal-targets", "The targets per stage"));
        steps.addClassName("ladder-steps");
        return steps;
    }

    private static ListItem step(String sentence, String link, String words) {
        return new ListItem(new Span(sentence + " "), new Anchor(link, words));
    }

    private void begin() {
        sums = new LadderSums();
        next = null;
        body.removeAll();
        step();
    }

    private void step() {
        said.removeAll();
        try {
            ClientId whose = client.getValue() == null ? null : client.getValue().id();
            Candidate candidate = new Candidate(warning.isEmpty() ? null : number(warning), number(target));
            LadderTrial.Result kept = promises.of(candidate, days.getValue(), whose, next, user);
            IdleTrial.Result silent = idle.of(number(silence), days.getValue(), whose, next, user);
            next = kept.next();
            sums.add(kept, silent);
            show();
        } catch (TicketRefused refused) {
            said.add(new Notice(refused.getMessage(), Tone.BAD));
        }
    }

    private void show() {
        body.removeAll();
        body.add(new Paragraph("%s looked at%s.".formatted(
                Words.count(sums.tickets(), "ticket"), next == null ? ", all there are" : ", the newest; there are older ones")));
        if (sums.tickets() > 0) {
            body.add(sums.table());
            body.add(sums.differences());
        }
        more.setVisible(next != null);
    }

    private static int number(TextField field) {
        try {
            return Integer.parseInt(field.getValue().strip().replace("%", "").strip());
        } catch (NumberFormatException e) {
            field.focus();
            throw new TicketRefused("\"%s\": write a whole number.".formatted(field.getLabel()));
        }
    }
}

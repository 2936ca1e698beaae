package org.ticketingos.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.quality.Guidelines;
import org.ticketingos.quality.ReviewRules;
import org.ticketingos.quality.Scorecard;
import org.ticketingos.quality.Scorecards;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Facts;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** The scorecards of each client's lines: what holds, what is drafted, what held before; and what was agreed about reviews. */
@Route("scorecards")
@Menu(title = "Scorecards", icon = "vaadin:clipboard-check", order = 4.6)
@RolesAllowed({"SUPERVISOR", "ANALYST"})
class ScorecardsView extends Page {

    private final transient Scorecards scorecards;
    private final transient ReviewRules rules;
    private final transient Guidelines guidelines;
    private final CurrentUser user = CurrentUser.get();
    private final ComboBox<Under> choice = new ComboBox<>("Contract");
    private final Div body = new Div();

    /** A client's line under contract. */
    private record Under(ClientId client, String clientName, String line) {

        String label() {
            return clientName + " · " + Words.text(line);
        }
    }

    ScorecardsView(Scorecards scorecards, ReviewRules rules, Guidelines guidelines, Clients clients) {
        super("Scorecards");
        this.scorecards = scorecards;
        this.rules = rules;
        this.guidelines = guidelines;
        lead("Questions a reviewer answers beside the field check. One person drafts, another puts it in force; what was"
                + " scored before keeps its score.");
        List<Under> all = clients.all().stream()
                .flatMap(client -> clients.contracts(client.id()).stream()
                        .map(contract -> new Under(client.id(), client.name(), contract.line())))
                .distinct()
                .toList();
        choice.setItems(all);
        choice.setItemLabelGenerator(Under::label);
        choice.setWidth("26rem");
        choice.addValueChangeListener(change -> show());
        body.addClassNames("stack", "below");
        add(choice, body);
        all.stream().findFirst().ifPresentOrElse(choice::setValue, () -> body.add(
                new Empty(VaadinIcon.CLIPBOARD_CHECK, "There is no contract yet.", "A scorecard belongs to one.")));
    }

    private void show() {
        Under under = choice.getValue();
        body.removeAll();
        if (under == null) {
            return;
        }
        List<Scorecard> versions = scorecards.all().stream()
                .filter(card -> card.client().equals(under.client()) && card.line().equals(under.line()))
                .toList();
        if (versions.isEmpty()) {
            body.add(new Panel("Scorecard", new Empty(VaadinIcon.CLIPBOARD_CHECK, "No scorecard yet.",
                    "Reviews of this line check fields only.", edit(under, null))));
        }
        versions.forEach(card -> body.add(panel(under, card, versions)));
        body.add(agreement(under), guidance(under));
    }

    private Component panel(Under under, Scorecard card, List<Scorecard> all) {
        Div questions = new Div();
        questions.addClassName("questions");
        card.questions().forEach(question -> {
            Div one = new Div(new Span(question.text()), new Chip("Weight " + question.weight(), Tone.PLAIN));
            if (question.fatal() != null) {
                one.add(new Chip(VaadinIcon.EXCLAMATION_CIRCLE_O, "Fatal: " + question.fatal().label(), Tone.BAD));
            }
            if (!question.guidance().isEmpty()) {
                Span guidance = new Span(question.guidance());
                guidance.addClassNames("soft", "small", "wide");
                one.add(guidance);
            }
            questions.add(one);
        });
        Span who = new Span("Drafted by " + card.draftedBy() + (card.activatedBy() == null ? "" : ", in force since "
                + Moments.at(card.activeFrom()) + " by " + card.activatedBy()));
        who.addClassNames("soft", "small");
        Panel panel = new Panel("Version " + card.version() + ": " + card.name(), who, questions);
        Div actions = new Div(new Chip(card.state(), card.inForce() ? Tone.OK : card.draft() ? Tone.WARN : Tone.PLAIN));
        actions.addClassName("row");
        if (card.draft()) {
            Button activate = new Button("Put in force", VaadinIcon.CHECK.create(), click -> told(() -> {
                scorecards.activate(card.id(), user.login());
                Notice.done("In force for everything sampled from now on.");
            }));
            activate.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
            activate.setEnabled(!card.draftedBy().equals(user.login()));
            activate.setTooltipText(activate.isEnabled() ? "" : "You wrote this draft; somebody else puts it in force.");
            actions.add(edit(under, card), activate);
        } else if (card.inForce() && all.stream().noneMatch(Scorecard::draft)) {
            actions.add(edit(under, card));
        }
        return panel.beside(actions);
    }

    private Button edit(Under under, @org.jspecify.annotations.Nullable Scorecard from) {
        Button edit = new Button(from == null ? "Draft the first version" : from.draft() ? "Edit draft" : "Draft a new version",
                VaadinIcon.EDIT.create(), click -> {
            body.removeAll();
            body.add(new ScorecardEditor(from, (name, questions) -> {
                scorecards.draft(under.client(), under.line(), name, questions, user.login());
                Notice.done("Draft saved. Somebody else puts it in force.");
                show();
            }, this::show));
        });
        edit.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return edit;
    }

    private Component agreement(Under under) {
        ReviewRules.Rules now = rules.of(under.client(), under.line());
        TextField days = number("Days to dispute a verdict", now.disputeDays());
        TextField percent = number("Looked at twice, % of first reviews", now.secondPercent());
        Button save = new Button("Save", click -> told(() -> {
            rules.set(under.client(), under.line(),
                    new ReviewRules.Rules(whole(days), whole(percent)), user.login());
            Notice.done("Agreed from now on.");
        }));
        Div row = new Div(days, percent, save);
        row.addClassName("row");
        row.getStyle().set("align-items", "end");
        return new Panel("Agreed about reviews", row);
    }

    private Component guidance(Under under) {
        List<Guidelines.Guideline> agreed = guidelines.of(under.client(), under.line());
        if (agreed.isEmpty()) {
            return new Panel("Agreed in calibration", new Empty(VaadinIcon.LIGHTBULB, "Nothing agreed yet.",
                    "What a calibration session agrees on stands beside the field or question from then on."));
        }
        Facts facts = new Facts();
        agreed.forEach(one -> facts.with(one.topic().startsWith("field:")
                ? org.ticketingos.delivery.FieldNames.label(one.topic().substring(6))
                : "Question", one.text() + " (" + one.writtenBy() + ", " + Moments.near(one.at()) + ")"));
        return new Panel("Agreed in calibration", facts);
    }

    private static TextField number(String label, int value) {
        TextField field = new TextField(label);
        field.setValue(Integer.toString(value));
        field.setWidth("16rem");
        field.setAllowedCharPattern("[0-9]");
        return field;
    }

    static int whole(TextField field) {
        String text = field.getValue().strip();
        if (!text.matches("\\d{1,4}")) {
            throw new TicketRefused(field.getLabel() + ": write a whole number.");
        }
        return Integer.parseInt(text);
    }

    private void told(Runnable what) {
        try {
            what.run();
            show();
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
        }
    }
}

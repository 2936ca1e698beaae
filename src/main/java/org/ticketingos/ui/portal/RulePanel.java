package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.ApprovalRule;
import org.ticketingos.delivery.Approvals;
import org.ticketingos.delivery.Approver;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;

/** Who signs off delivered work, and how many of them have to accept. */
class RulePanel extends Panel {

    private final Maker maker;
    private final ClientId client = Objects.requireNonNull(CurrentUser.get().client());
    private final Div rows = new Div();
    private final List<Row> people = new ArrayList<>();
    private final IntegerField needed = new IntegerField(say("portal.rule.needed"));

    private record Row(Approver approver, Div shown) {}

    private RulePanel(Maker maker) {
        super(say("portal.rule"));
        this.maker = maker;
        int least = maker.approvals.least(client);
        needed.setMin(least);
        needed.setStepButtonsVisible(true);
        needed.setManualValidation(true);
        needed.setValue(least);
        needed.setHelperText(least > 1 ? say("portal.rule.least", least) : "");
        rows.addClassName("cards");
        maker.approvals.rule(client).ifPresent(rule -> {
            rule.approvers().forEach(this::show);
            needed.setValue(rule.needed());
        });
        Button save = new Button(say("portal.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button clear = new Button(say("portal.rule.clear"), click -> {
            maker.approvals.clear(client, CurrentUser.get());
            people.clear();
            rows.removeAll();
            Notice.done(say("portal.rule.cleared"));
        });
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div end = new Div(save, clear);
        end.addClassName("row");
        add(new Paragraph(say("portal.rule.how")), rows, own(), outside(), needed, end);
        addClassName("stack-panel");
    }

    private void save() {
        Integer n = needed.getValue();
        maker.approvals.save(
                client, new ApprovalRule(n == null ? 0 : n, people.stream().map(Row::approver).toList()), CurrentUser.get());
        Notice.done(say("portal.rule.saved"));
    }

    private void show(Approver approver) {
        Div row = new Div();
        Button drop = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            rows.remove(row);
            people.removeIf(one -> one.shown() == row);
        });
        drop.setAriaLabel(say("portal.rule.drop", approver.name()));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        drop.addClassName("push");
        Div who = new Div(approver.name() + " · " + approver.mail());
        who.addClassName("wrap");
        row.add(who, drop);
        row.addClassNames("row", "card", "small");
        people.add(new Row(approver, row));
        rows.add(row);
    }

    /** One of the company's own approvers: signs off in the portal or by link. */
    private com.vaadin.flow.component.Component own() {
        Select<Users.User> choice = new Select<>();
        choice.setLabel(say("portal.rule.own"));
        choice.setPlaceholder(say("portal.rule.choose"));
        choice.setWidthFull();
        choice.setItems(maker.users.ofClient(client).stream()
                .filter(user -> user.active() && user.rights().may(ClientRole.APPROVER))
                .toList());
        choice.setItemLabelGenerator(user -> user.name() + " · " + user.mail());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                show(new Approver(change.getValue().name(), change.getValue().mail(), change.getValue().login()));
                choice.clear();
            }
        });
        return choice;
    }

    /** Somebody without a log-in: signs off by link only. */
    private com.vaadin.flow.component.Component outside() {
        TextField name = new TextField(say("portal.rule.outside.name"));
        TextField mail = new TextField(say("portal.rule.outside.mail"));
        Button add = new Button(say("portal.rule.outside.add"), VaadinIcon.PLUS.create(), click -> {
            if (!name.getValue().isBlank() && !mail.getValue().isBlank()) {
                show(new Approver(name.getValue().strip(), mail.getValue().strip(), null));
                name.clear();
                mail.clear();
            }
        });
        Div line = new Div(name, mail, add);
        line.addClassName("filters");
        return line;
    }

    /** Makes the panel for the client of whoever asks. */
    @Component
    static class Maker {

        private final Approvals approvals;
        private final Users users;

        Maker(Approvals approvals, Users users) {
            this.approvals = approvals;
            this.users = users;
        }

        RulePanel panel() {
            return new RulePanel(this);
        }
    }
}

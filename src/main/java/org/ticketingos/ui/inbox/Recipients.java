package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ticketingos.channel.Composed;
import org.ticketingos.ticket.Ticket;

/** To whom a reply goes, with a warning for addresses that nobody knows here. */
class Recipients extends Div {

    private final List<String> known;
    private final ComboBox<String> to = new ComboBox<>();
    private final TextField cc = new TextField();
    private final Button copies = new Button("Copy to …");
    private final Span warning = new Span();

    Recipients(Ticket ticket, TicketDesk desk, Runnable changed) {
        known = desk.writing().known(ticket.id());
        addClassName("recipients");
        to.setAriaLabel("To");
        to.setPrefixComponent(prefix("To"));
        cc.setAriaLabel("Copy to");
        cc.setPrefixComponent(prefix("Copy"));
        List<String> choices = new ArrayList<>(known);
        to.setItems(choices);
        to.setAllowCustomValue(true);
        to.addCustomValueSetListener(typed -> {
            to.setValue(typed.getDetail().strip());
            changed.run();
        });
        to.setPlaceholder("No mail address: shown in the portal");
        to.setClearButtonVisible(true);
        cc.setPlaceholder("addresses, separated by commas");
        cc.setVisible(false);
        copies.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        copies.addClickListener(click -> {
            show("");
            cc.focus();
        });
        warning.addClassNames("tiny", "warned");
        warning.getElement().setAttribute("role", "status");
        to.addValueChangeListener(change -> checked(change.isFromClient(), changed));
        cc.addValueChangeListener(change -> checked(change.isFromClient(), changed));
        add(to, cc, copies, warning);
        desk.conversation().requesterMail(ticket.id()).ifPresent(to::setValue);
    }

    private static Span prefix(String text) {
        Span prefix = new Span(text);
        prefix.addClassNames("soft", "small");
        prefix.getElement().setAttribute("aria-hidden", "true");
        return prefix;
    }

    private void show(String copied) {
        cc.setVisible(true);
        copies.setVisible(false);
        if (!copied.isEmpty()) {
            cc.setValue(copied);
        }
    }

    private void checked(boolean typed, Runnable changed) {
        List<String> strangers = Stream.of((to() + "," + cc()).split("[,;]"))
                .map(String::strip)
                .filter(mail -> mail.contains("@"))
                .filter(mail -> known.stream().noneMatch(one -> sameHouse(one, mail)))
                .toList();
        warning.setText(strangers.isEmpty() ? "" : String.join(", ", strangers)
                + " is outside the mail domains of this client. Is that right?");
        if (typed) {
            changed.run();
        }
    }

    private static boolean sameHouse(String one, String other) {
        return domain(one).equals(domain(other));
    }

    private static String domain(String mail) {
        return mail.substring(mail.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    String to() {
        return to.getValue() == null ? "" : to.getValue();
    }

    String cc() {
        return cc.getValue();
    }

    String words() {
        return to().isEmpty() ? "in the portal" : to() + (cc().isBlank() ? "" : ", " + cc());
    }

    void restore(Composed draft) {
        if (draft.kind() == Composed.Kind.REPLY) {
            to.setValue(draft.to().isEmpty() ? null : draft.to());
            if (!draft.cc().isEmpty()) {
                show(draft.cc());
            }
        }
    }
}

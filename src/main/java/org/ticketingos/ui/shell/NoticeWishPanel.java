package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.notice.Notices;
import org.ticketingos.notice.Wish;

/** How notices reach a person by mail, and when none may come. */
@org.springframework.stereotype.Component
@Order(20)
class NoticeWishPanel implements ProfilePanel {

    private final Notices notices;

    NoticeWishPanel(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String title() {
        return "Notices by mail";
    }

    @Override
    public Component panel(CurrentUser user) {
        Wish now = notices.wish(user.login());
        RadioButtonGroup<Wish.Mail> mail = new RadioButtonGroup<>("What I have not read comes by mail");
        mail.setItems(Wish.Mail.values());
        mail.setItemLabelGenerator(NoticeWishPanel::words);
        mail.setValue(now.mail());
        ComboBox<LocalTime> from = times("No mail from", now.quietFrom());
        ComboBox<LocalTime> until = times("until", now.quietUntil());
        Div quiet = new Div(from, until);
        quiet.addClassName("row");
        Span zone = new Span("In your time zone, " + Moments.zone().getId() + ". Leave both empty to have no quiet hours.");
        zone.addClassNames("soft", "small");
        Button save = new Button("Save", click -> {
            if ((from.getValue() == null) != (until.getValue() == null)) {
                Notice.refused("Quiet hours have a beginning and an end; choose both or none.");
                return;
            }
            notices.wish(user.login(), new Wish(mail.getValue(), from.getValue(), until.getValue(), Moments.zone()));
            Notice.done("Saved.");
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div body = new Div(mail, quiet, zone, new Div(save));
        body.addClassName("stack");
        return body;
    }

    private static ComboBox<LocalTime> times(String label, LocalTime value) {
        List<LocalTime> halves = IntStream.range(0, 48).mapToObj(half -> LocalTime.MIN.plusMinutes(30L * half)).toList();
        ComboBox<LocalTime> times = new ComboBox<>(label, halves);
        times.setClearButtonVisible(true);
        times.setWidth("9rem");
        times.setValue(value);
        return times;
    }

    private static String words(Wish.Mail mail) {
        return switch (mail) {
            case AT_ONCE -> "at once";
            case HOURLY -> "gathered, once an hour";
            case DAILY -> "gathered, every morning at 8";
            case NEVER -> "never";
        };
    }
}

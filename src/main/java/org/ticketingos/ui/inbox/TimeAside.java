package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.staffing.IdleOwners;
import org.ticketingos.staffing.IdleOwners.Ladder;
import org.ticketingos.staffing.WorkTimes;
import org.ticketingos.staffing.WorkTimes.Line;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** Who worked how long on a request, and when it goes back to its queue. */
@org.springframework.stereotype.Component
@Order(20)
class TimeAside extends StaffAside {

    private final WorkTimes times;
    private final IdleOwners idle;

    TimeAside(WorkTimes times, IdleOwners idle) {
        super("Time on work");
        this.times = times;
        this.idle = idle;
    }

    @Override
    void fill(Div body, Ticket ticket, CurrentUser user) {
        body.removeAll();
        List<Line> lines = times.of(ticket.id());
        if (lines.isEmpty()) {
            body.add(soft("Nobody has worked on it yet."));
        }
        lines.forEach(line -> body.add(line(line, ticket, user, () -> fill(body, ticket, user))));
        if (lines.size() > 1) {
            body.add(new Span("Together " + span(lines.stream().mapToInt(Line::minutes).sum())));
        }
        idle.of(ticket.id()).forEach(ladder -> body.add(soft(sentence(ladder))));
    }

    static String span(int minutes) {
        return Moments.span(Duration.ofMinutes(minutes));
    }

    private Component line(Line line, Ticket ticket, CurrentUser user, Runnable changed) {
        Span who = new Span(Who.is(line.login()));
        who.addClassName("strong");
        Span day = new Span(Moments.day(line.day()));
        day.addClassName("soft");
        Span time = new Span(span(line.minutes()) + (line.running() ? ", running" : ""));
        time.addClassName("push");
        Div top = new Div(who, day, time);
        top.addClassNames("row", "small");
        if (user.login().equals(line.login()) || user.is(Role.SUPERVISOR)) {
            top.add(correct(line, ticket, user, changed));
        }
        Div all = new Div(top);
        if (line.cut()) {
            all.add(soft("Nothing was heard for over two hours; only two count. Correct it if it was more."));
        }
        line.why().forEach(why -> all.add(soft(why)));
        return all;
    }

    private Button correct(Line line, Ticket ticket, CurrentUser user, Runnable changed) {
        Button correct = new Button("Correct", click -> CorrectionDialog.open(times, line, ticket.number(), user, changed));
        correct.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        correct.setAriaLabel("Correct the time of " + Who.is(line.login()) + " on " + Moments.day(line.day()));
        return correct;
    }

    private static String sentence(Ladder ladder) {
        if (ladder.agent() == null) {
            return "It went back to the queue " + Words.queue(ladder.queue()) + " because the client heard nothing.";
        }
        String back = ladder.returnsAt() == null
                ? ladder.agent() + " keeps it."
                : "Goes back to the queue " + Words.queue(ladder.queue()) + " on " + Moments.near(ladder.returnsAt())
                        + " unless the client hears something.";
        return ladder.reminded() ? ladder.agent() + " was reminded. " + back : back;
    }

    private static Span soft(String text) {
        Span span = new Span(text);
        span.addClassNames("soft", "small");
        return span;
    }
}

package org.ticketingos.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** Does human steps of sample tickets as the person whose step it is, through the same inbox as everybody. */
@Component
class SampleStaff {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Users users;
    private final Inbox inbox;

    SampleStaff(Users users, Inbox inbox) {
        this.users = users;
        this.inbox = inbox;
    }

    /** Waits for a step of the ticket; empty when it does not come in time. */
    Optional<InboxItem> wait(TicketId ticket, String form, String login) {
        return as(login, who -> {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
                Optional<InboxItem> step = inbox.of(ticket, who).stream()
                        .filter(item -> item.form().equals(form))
                        .findFirst();
                if (step.isPresent()) {
                    return step;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
            return Optional.empty();
        });
    }

    /** Fills what the step proposes with what is given, and sends it; false when the step does not come. */
    boolean does(String login, TicketId ticket, String form, Map<String, Object> typed) {
        return wait(ticket, form, login)
                .map(step -> as(step.assignee() == null ? login : step.assignee(), who -> {
                    OpenTask task = inbox.open(step.taskId(), who);
                    Map<String, Object> values = new HashMap<>(task.values());
                    values.putAll(typed);
                    inbox.complete(step.taskId(), values, who);
                    return true;
                }))
                .orElse(false);
    }

    /** The rows a list of the step proposes, each with more typed into it. */
    List<Map<String, Object>> rows(InboxItem step, String login, String list, Map<String, Object> typed) {
        return as(login, who -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            if (inbox.open(step.taskId(), who).values().get(list) instanceof List<?> proposed) {
                for (Object row : proposed) {
                    Map<String, Object> values = new LinkedHashMap<>();
                    ((Map<?, ?>) row).forEach((key, value) -> values.put(String.valueOf(key), value));
                    values.putAll(typed);
                    rows.add(values);
                }
            }
            return rows;
        });
    }

    private <T> T as(String login, java.util.function.Function<CurrentUser, T> work) {
        UserDetails user = users.loadUserByUsername(login);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        try {
            return work.apply(CurrentUser.get());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

package org.ticketingos.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people are called, by log-in name; kept in memory, because lists ask for every row. */
@Component
public class Names {

    private final Users users;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Names(Users users) {
        this.users = users;
    }

    /** The person's name; a log-in name nobody has any more stays as it is, and nobody is empty. */
    public String of(@Nullable String login) {
        if (login == null || login.isEmpty()) {
            return "";
        }
        String name = known.get(login);
        if (name == null) {
            name = users.find(login).map(Users.User::name).orElse(null);
            if (name != null) {
                known.put(login, name);
            }
        }
        return name == null ? login : name;
    }

    @EventListener
    void forget(UserChanged change) {
        known.remove(change.login());
    }
}

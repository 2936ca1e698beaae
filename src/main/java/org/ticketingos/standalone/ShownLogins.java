package org.ticketingos.standalone;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.ticketingos.access.SampleLogins;
import org.ticketingos.access.Users;

/** The sample company's log-ins for the log-in page, while sample data is on and its people are still there. */
@Component
@ConditionalOnProperty("ticketingos.sample-data")
class ShownLogins implements SampleLogins {

    private static final List<SampleLogin> ALL = List.of(
            login("agent", "keys and answers work in the inbox"),
            login("agent2", "the colleague at the next desk"),
            login("reviewer", "checks samples of finished work"),
            login("reviewer2", "looks a second time, decides appeals"),
            login("client", "asks for work, accepts it, pays for it"),
            login("supervisor", "watches load, clocks and stuck steps"),
            login("finance", "invoices and payouts"),
            login("analyst", "diagrams and decision tables"),
            login("admin", "people, clients, proof of the history"));

    private final Users users;

    ShownLogins(Users users) {
        this.users = users;
    }

    @Override
    public List<SampleLogin> logins() {
        return ALL.stream().filter(one -> users.find(one.login()).isPresent()).toList();
    }

    private static SampleLogin login(String name, String purpose) {
        return new SampleLogin(name, SamplePeople.PASSWORD, purpose);
    }
}

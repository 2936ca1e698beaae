package org.ticketingos.standalone;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.access.Users.User;
import org.ticketingos.client.ClientId;
import org.ticketingos.staffing.Agent;
import org.ticketingos.staffing.Roster;

/** One person for each role, all with the same password, which no real database ever sees. */
@Component
class SamplePeople {

    static final String PASSWORD = "demo";

    private final Users users;
    private final Roster roster;

    SamplePeople(Users users, Roster roster) {
        this.users = users;
        this.roster = roster;
    }

    void create() {
        staff("agent", "Amy D'Souza", Set.of(Role.AGENT), Set.of("data-entry", "service-desk"));
        staff("agent2", "Vikram Iyer", Set.of(Role.AGENT), Set.of("data-entry", "service-desk"));
        staff("reviewer", "Ravi Menon", Set.of(Role.REVIEWER), Set.of("reviewers"));
        staff("reviewer2", "Leela Pillai", Set.of(Role.REVIEWER), Set.of("reviewers", "second-level-reviewers"));
        staff("supervisor", "Sunita Rao", Set.of(Role.SUPERVISOR), Set.of("supervisors", "service-desk"));
        staff("finance", "Farah Khan", Set.of(Role.FINANCE), Set.of("finance"));
        staff("analyst", "Arjun Das", Set.of(Role.ANALYST), Set.of());
        staff("admin", "Anita George", Set.of(Role.ADMIN), Set.of());
        roster.add(agent("agent", "Amy D'Souza", Map.of("keying", 5, "invoice", 5, "order", 4, "stock", 3, "senior", 4)));
        roster.add(agent("agent2", "Vikram Iyer", Map.of("keying", 4, "invoice", 3, "order", 4, "stock", 5)));
        client("client", "Meera Nair", "meera.nair@acme.example", SampleClients.ACME, ClientRights.ALL);
        client("client2", "Tarun Shah", "tarun.shah@globex.example", SampleClients.GLOBEX, ClientRights.ALL);
        client("acme.asks", "Rohan Verma", "rohan.verma@acme.example", SampleClients.ACME,
                new ClientRights(Set.of(ClientRole.REQUESTER), false, false));
        client("acme.views", "Divya Kulkarni", "divya.kulkarni@acme.example", SampleClients.ACME,
                new ClientRights(Set.of(ClientRole.VIEWER), true, false));
    }

    /** On shift around the clock, so that the product can be tried at any hour. */
    private static Agent agent(String login, String name, Map<String, Integer> skills) {
        return new Agent(login, name, 40, Set.of("en", "hi"), skills, "always", LocalDate.of(2026, 4, 1));
    }

    private void staff(String login, String name, Set<Role> roles, Set<String> queues) {
        users.add(new User(login, name, login + "@ticketingos.example", roles, null, queues, true), PASSWORD);
    }

    private void client(String login, String name, String mail, ClientId client, ClientRights rights) {
        users.add(
                new User(login, name, mail, Set.of(Role.CLIENT), client, Set.of(), true, rights, null), PASSWORD);
    }
}

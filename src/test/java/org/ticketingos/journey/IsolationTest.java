package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.ticketingos.journey.Doors.Door;

/** A person of Globex tries every door of the API with everything Acme has. */
class IsolationTest extends WholeApplication {

    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404, 409, 422);

    /** One for each call that takes a body, all sent to every call: what does not fit is refused as unreadable. */
    private static final List<String> BODIES = List.of(
            "{}",
            "{\"kind\": \"REPLY\", \"text\": \"Let me in.\"}",
            "{\"reason\": \"We changed our mind.\"}",
            "{\"reason\": \"SKILL\"}",
            "{\"to\": \"agent\"}",
            "{\"comment\": \"All wrong.\"}",
            "{\"reason\": \"OTHER\", \"note\": \"Not mine to see.\"}",
            "{\"to\": \"agent2\"}",
            "{\"into\": \"T-2001\", \"reason\": \"The same again.\"}",
            "{\"undo\": \"Not the same.\"}",
            "{\"subject\": \"Another matter\", \"messages\": [], \"files\": []}",
            "{\"relation\": \"related\", \"other\": \"T-2001\"}",
            "{\"agent\": \"agent\", \"day\": \"2026-01-05\", \"minutes\": 5, \"why\": \"A call.\"}",
            "{\"entries\": [\"00000000-0000-0000-0000-000000000001\"]}",
            "{\"read\": [1]}",
            "{\"mail\": \"DAILY\", \"zone\": \"Asia/Kolkata\"}",
            "{\"watcher\": \"agent\"}",
            "{\"away\": \"agent\", \"from\": \"2030-01-01T00:00:00Z\", \"to\": \"2030-01-02T00:00:00Z\", \"reason\": \"x\"}",
            "{\"absence\": 1}",
            "{\"from\": \"2030-01-01\", \"blocks\": [], \"holidays\": []}",
            "{\"snooze\": \"later\", \"until\": \"2030-01-01T00:00:00Z\"}",
            "{\"decision\": \"accept\", \"items\": []}",
            "{\"csat\": \"1\", \"nps\": \"0\", \"outcome\": \"record\"}",
            "{\"name\": \"Ears\", \"url\": \"https://ears.example/\", \"events\": [\"ticket-closed\"]}",
            "{\"client\": \"acme\", \"subject\": \"For somebody else\", \"text\": \"Please enter this.\"}");

    /** A door that refuses whoever comes reads every body; four of them say so as well as all. */
    private static final int MOST_BODIES = 4;

    private static final int IDS_FOR_STAFF = 3;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void a_client_reaches_nothing_of_another_client_through_any_call() {
        Belongings acme = new Belongings(this::as);
        List<Door> doors = Doors.of(mappings);
        assertThat(doors).hasSizeGreaterThan(25);
        theOwnerGetsIn(doors, acme);
        List<String> before = acme.state();

        List<String> leaks = new ArrayList<>();
        Set<Door> understood = new HashSet<>();
        int knocks = 0;
        for (Door door : doors) {
            List<String> bodies = bodies(door, acme);
            for (String address : addresses(door, acme)) {
                for (String body : bodies) {
                    Api.Answer answer = door.knock(as("client2"), address, body);
                    knocks++;
                    if (leaks(answer, acme, address + body)) {
                        leaks.add(door.method() + " " + address + " " + body + " -> " + answer.status() + " "
                                + answer.text());
                    }
                    if (answer.status() != 400) {
                        understood.add(door);
                    }
                }
            }
        }
        System.out.println(knocks + " calls through " + doors.size() + " doors with " + acme.ids().size() + " ids");

        assertThat(leaks).isEmpty();
        assertThat(understood).as("doors refused by right, not for an unreadable call").containsAll(doors);
        assertThat(acme.state()).isEqualTo(before);
    }

    /** A door whose guard leaves all clients out never looks at what is asked for: there a few ids say as much as all. */
    private static List<String> addresses(Door door, Belongings acme) {
        return door.addresses(door.staffOnly() ? acme.ids().stream().limit(IDS_FOR_STAFF).toList() : acme.ids());
    }

    /** Those bodies a door can read, found at its first address; all of them where none was readable there. */
    private List<String> bodies(Door door, Belongings acme) {
        if (door.method() == RequestMethod.GET) {
            return List.of("");
        }
        String address = door.addresses(acme.ids()).iterator().next();
        List<String> readable = BODIES.stream()
                .filter(body -> door.knock(as("client2"), address, body).status() != 400)
                .limit(MOST_BODIES)
                .toList();
        return readable.isEmpty() ? BODIES : readable;
    }

    @Test
    void nobody_gets_an_answer_without_a_log_in() {
        Api nobody = Api.nobody(base());
        for (Door door : Doors.of(mappings)) {
            for (String address : door.addresses(Set.of("T-2001"))) {
                Api.Answer answer = door.knock(nobody, address, "{}");
                assertThat(answer.status()).as(door + " at " + address).isEqualTo(401);
                assertThat(answer.type()).startsWith("application/problem+json");
            }
        }
    }

    /** Shows that the ids are the right ones: each reading call finds something for Acme itself. */
    private void theOwnerGetsIn(List<Door> doors, Belongings acme) {
        for (Door door : doors) {
            if (door.method() == RequestMethod.GET && door.staffOnly()) {
                assertThat(door.addresses(acme.ids()))
                        .as(door.toString())
                        .allMatch(address -> REFUSED.contains(as("client").get(address).status()));
            } else if (door.method() == RequestMethod.GET) {
                assertThat(door.addresses(acme.ids()))
                        .as(door.toString())
                        .anyMatch(address -> as("client").get(address).status() == 200);
            }
        }
    }

    /** Words of the call itself may come back in a refusal, never in an answer. */
    private static boolean leaks(Api.Answer answer, Belongings acme, String sent) {
        boolean refused = REFUSED.contains(answer.status());
        boolean answered = answer.status() >= 200 && answer.status() < 300;
        String text = answer.text();
        return !refused && !answered
                || acme.traces().stream().anyMatch(trace -> text.contains(trace) && !(refused && sent.contains(trace)));
    }
}

package org.ticketingos.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our people, each at an own screen, logged in once and sitting there until all leave. */
final class Staff implements AutoCloseable {

    private final Browser browser = Browser.open();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final String base;

    Staff(String base) {
        this.base = base;
    }

    Person at(String login, String path) {
        Person person = people.computeIfAbsent(login, name -> {
            Person one = new Person(browser, base);
            one.logsIn(name);
            return one;
        });
        person.opens(path);
        return person;
    }

    /** What the browsers themselves found wrong. */
    List<String> complaints() {
        return people.values().stream().flatMap(person -> person.complaints().stream()).toList();
    }

    @Override
    public void close() {
        browser.close();
    }
}

package org.ticketingos.ui.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ticketingos.client.Client;
import org.ticketingos.ticket.Priority;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.Status;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxField;

/** What conditions can ask for, and the values to choose from, in the field's words. */
final class ConditionChoices {

    /** Keyed fields that most documents have; any other can be typed. */
    private static final List<String> WORK = List.of(
            "work.vendor", "work.documentNumber", "work.documentDate", "work.total", "work.currency", "work.orderNumber");

    private final InboxDesk desk;

    ConditionChoices(InboxDesk desk) {
        this.desk = desk;
    }

    List<String> fields() {
        List<String> fields = new ArrayList<>(Arrays.stream(InboxField.values()).map(InboxField::code).toList());
        fields.addAll(WORK);
        return fields;
    }

    String label(String code) {
        return InboxField.of(code).map(InboxField::label).orElseGet(() -> WorkColumns.ofWork(code) + " (keyed)");
    }

    InboxField.Kind kind(String code) {
        return InboxField.of(code).map(InboxField::kind).orElse(InboxField.Kind.WORK);
    }

    /** The values of a field by code, with what people call them. */
    Map<String, String> values(String code) {
        return switch (InboxField.of(code).orElse(InboxField.SUBJECT)) {
            case QUEUE -> labelled(desk.queues(), one -> one, Words::text);
            case LINE -> labelled(List.of(ServiceLine.values()), ServiceLine::code, Words::of);
            case CLIENT -> labelled(desk.clients().all(), one -> one.id().value(), Client::name);
            case STAGE -> labelled(List.of(Stage.values()), Stage::name, Words::of);
            case STATUS -> labelled(List.of(Status.values()), Status::name, Words::of);
            case PRIORITY -> labelled(List.of(Priority.values()), Priority::name, one -> Words.text(one.name()));
            case MOOD -> labelled(List.of("calm", "worried", "angry"), one -> one, Words::text);
            case CHANNEL -> labelled(List.of("mail", "portal", "api"), one -> one, Words::text);
            case OWNER, HOLDER -> people();
            default -> Map.of();
        };
    }

    private Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("me", "Me");
        desk.colleagues().forEach(one -> people.put(one.login(), one.name()));
        return people;
    }

    private static <T> Map<String, String> labelled(List<T> values, Function<T, String> code, Function<T, String> label) {
        Map<String, String> labelled = new LinkedHashMap<>();
        values.forEach(value -> labelled.put(code.apply(value), label.apply(value)));
        return labelled;
    }
}

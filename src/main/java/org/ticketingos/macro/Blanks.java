package org.ticketingos.macro;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contact;
import org.ticketingos.client.Contract;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketRefused;

/** Fills the blanks of prepared texts. Values are words only: nothing in a text is ever run. */
@Component
public class Blanks {

    /** Every blank there is. */
    public static final Set<String> NAMES = new java.util.TreeSet<>(Set.of(
            "ticket.number", "ticket.subject", "ticket.line", "ticket.received", "ticket.owner",
            "client.name", "requester.name", "requester.mail",
            "contract.number", "contract.plan", "contract.until",
            "agent.name", "agent.mail", "today"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final String NOT_CLOSED = "A blank is written as {{client.name}}; one of them is not closed.";

    private final Clients clients;
    private final Conversation conversation;
    private final Clock clock;

    Blanks(Clients clients, Conversation conversation, Clock clock) {
        this.clients = clients;
        this.conversation = conversation;
        this.clock = clock;
    }

    /**
     * A text with its blanks filled.
     *
     * @param missing blanks without a value; they still stand in the text as {@code {{name}}}
     */
    public record Filled(String text, List<String> missing) {}

    public Filled fill(String body, Ticket ticket, CurrentUser who) {
        Map<String, String> values = values(ticket, who);
        List<String> missing = new ArrayList<>();
        for (String name : names(body)) {
            if (!values.containsKey(name)) {
                missing.add(name);
                values.put(name, "{{" + name + "}}");
            }
        }
        return new Filled(template(body).execute(nested(values)), missing);
    }

    /** Refuses a text that asks for more than blanks, or for one nobody knows. */
    public static void check(String body) {
        if (body.replaceAll("\\{\\{[^{}]*}}", "").matches("(?s).*(\\{\\{|}}).*")) {
            throw new TicketRefused(NOT_CLOSED);
        }
        Set<String> unknown = new LinkedHashSet<>(names(body));
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new TicketRefused("There is no blank called \"" + String.join("\", \"", unknown) + "\". There are: "
                    + String.join(", ", NAMES) + ".");
        }
    }

    private static Template template(String body) {
        try {
            return Mustache.compiler().escapeHTML(false).compile(body);
        } catch (MustacheException e) {
            throw new TicketRefused(NOT_CLOSED);
        }
    }

    private static Set<String> names(String body) {
        Set<String> names = new LinkedHashSet<>();
        template(body).visit(new Mustache.Visitor() {
            @Override
            public void visitText(String text) {}

            @Override
            public void visitVariable(String name) {
                names.add(name);
            }

            @Override
            public boolean visitInclude(String name) {
                throw new TicketRefused("A prepared text has blanks only, no part like {{>" + name + "}}.");
            }

            @Override
            public boolean visitSection(String name) {
                throw new TicketRefused("A prepared text has blanks only, no part like {{#" + name + "}}.");
            }

            @Override
            public boolean visitInvertedSection(String name) {
                throw new TicketRefused("A prepared text has blanks only, no part like {{^" + name + "}}.");
            }
        });
        return names;
    }

    private Map<String, String> values(Ticket ticket, CurrentUser who) {
        Map<String, String> values = new HashMap<>();
        Optional<Client> client = clients.find(ticket.client());
        ZoneId zone = client.map(Client::zone).orElse(ZoneId.of("UTC"));
        String mail = conversation.requesterMail(ticket.id()).orElse("");
        put(values, "ticket.number", ticket.number().value());
        put(values, "ticket.subject", ticket.subject());
        put(values, "ticket.line", ticket.line() == null ? null : ticket.lineCode().replace('-', ' '));
        put(values, "ticket.received", DAY.format(ticket.receivedAt().atZone(zone)));
        put(values, "ticket.owner", ticket.owner());
        put(values, "client.name", client.map(Client::name).orElse(null));
        put(values, "requester.mail", mail);
        put(values, "requester.name", clients.contacts(ticket.client()).stream()
                .filter(contact -> contact.mail().equalsIgnoreCase(mail))
                .map(Contact::name)
                .findFirst()
                .orElse(null));
        put(values, "agent.name", who.name());
        put(values, "agent.mail", who.mail());
        put(values, "today", DAY.format(LocalDate.ofInstant(clock.instant(), zone)));
        if (ticket.contractId() != null) {
            Contract contract = clients.contract(ticket.contractId());
            put(values, "contract.number", contract.number());
            put(values, "contract.plan", contract.slaPlan());
            put(values, "contract.until", contract.until() == null ? null : DAY.format(contract.until()));
        }
        return values;
    }

    /** Braces in a value would look like a blank that was not filled. */
    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.replace("{{", "{ {").replace("}}", "} }"));
        }
    }

    private static Map<String, Object> nested(Map<String, String> values) {
        Map<String, Object> nested = new HashMap<>();
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                nested.put(name, value);
            } else {
                @SuppressWarnings("unchecked")
                Map<String, Object> inner = (Map<String, Object>)
                        nested.computeIfAbsent(name.substring(0, dot), one -> new HashMap<String, Object>());
                inner.put(name.substring(dot + 1), value);
            }
        });
        return nested;
    }
}

package org.ticketingos.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.FreshProof;
import org.ticketingos.access.Role;
import org.ticketingos.access.Users;
import org.ticketingos.client.CalendarBook;
import org.ticketingos.client.CalendarBook.Head;
import org.ticketingos.client.CalendarBook.Kept;
import org.ticketingos.client.CalendarPlan;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;
import org.ticketingos.client.WorkCalendar.Version;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.ticket.TicketRefused;

/**
 * Where administrators keep business calendars: one proposes new hours from a day to come, another puts them in force;
 * what holds or has held is never changed. A house with one administrator says so in the audit.
 */
@Service
@Transactional
public class CalendarDesk {

    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_NAME = 80;
    private static final int YEARS_AHEAD = 3;

    private final CalendarBook book;
    private final WorkCalendars calendars;
    private final CalendarProposals proposals;
    private final Users users;
    private final FreshProof proof;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    CalendarDesk(
            CalendarBook book, WorkCalendars calendars, CalendarProposals proposals, Users users, FreshProof proof,
            ApplicationEventPublisher publisher, Clock clock) {
        this.book = book;
        this.calendars = calendars;
        this.proposals = proposals;
        this.users = users;
        this.proof = proof;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Waits for another administrator. */
    public record Proposal(long id, String calendar, CalendarPlan plan, String why, String by, Instant at) {}

    /** A calendar with all it was, is and will be, the earliest version first. */
    public record Sheet(Head head, List<Kept> versions, List<Proposal> proposals) {}

    @Transactional(readOnly = true)
    public List<Head> all() {
        return book.all();
    }

    @Transactional(readOnly = true)
    public Sheet of(String id) {
        Head head = book.find(id).orElseThrow(() -> new TicketRefused("There is no calendar \"" + id + "\"."));
        return new Sheet(head, book.versions(id), proposals.of(id));
    }

    /** A calendar that did not exist; nobody counts on it yet, so nobody else needs to agree. */
    public String open(String name, ZoneId zone, CalendarPlan plan, String why, CurrentUser by) {
        mayChange(by);
        String named = name.strip();
        String id = named.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (id.isEmpty() || named.length() > LONGEST_NAME) {
            throw new TicketRefused("Give the calendar a name of at most %d characters.".formatted(LONGEST_NAME));
        }
        if (book.find(id).isPresent()) {
            throw new TicketRefused("There is a calendar \"" + id + "\" already. Choose another name.");
        }
        CalendarPlan ever = new CalendarPlan(Version.SINCE_EVER, plan.blocks(), plan.holidays());
        ever.fault().ifPresent(fault -> {
            throw new TicketRefused(fault);
        });
        book.open(id, named, zone, ever, by.login(), reason(why));
        tell("calendar-opened", id, Map.of("name", named, "zone", zone.getId(), "reason", reason(why)), by);
        return id;
    }

    public Proposal propose(String id, CalendarPlan plan, String why, CurrentUser by) {
        mayChange(by);
        check(id, plan);
        long number = proposals.add(id, plan, reason(why), by.login());
        tell("calendar-version-proposed", id, facts(plan, reason(why)), by);
        return proposals.find(number).orElseThrow();
    }

    /** Puts a proposal in force; by another administrator, unless there is none. */
    public void confirm(long number, CurrentUser by) {
        mayChange(by);
        Proposal proposal = find(number);
        boolean own = proposal.by().equals(by.login());
        if (own && othersThan(by)) {
            throw new TicketRefused("Another administrator puts in force what you have proposed.");
        }
        check(proposal.calendar(), proposal.plan());
        book.supersede(proposal.calendar(), proposal.plan(), by.login(), proposal.why());
        proposals.remove(number);
        proposals.changed(proposal.calendar(), begin(proposal.calendar(), proposal.plan().from()));
        Map<String, String> facts = facts(proposal.plan(), proposal.why());
        facts.put("proposedBy", proposal.by());
        facts.put("alone", Boolean.toString(own));
        tell("calendar-version-in-force", proposal.calendar(), facts, by);
    }

    public void reject(long number, String why, CurrentUser by) {
        mayChange(by);
        Proposal proposal = find(number);
        proposals.remove(number);
        tell("calendar-version-rejected", proposal.calendar(), facts(proposal.plan(), reason(why)), by);
    }

    /** Takes back a version that does not hold yet. */
    public void withdraw(String id, LocalDate from, String why, CurrentUser by) {
        mayChange(by);
        String reason = reason(why);
        of(id);
        if (!from.isAfter(today(id))) {
            throw new TicketRefused("The version of " + from + " holds already; it is never changed.");
        }
        if (!book.withdraw(id, from)) {
            throw new TicketRefused("No version is planned from " + from + ".");
        }
        proposals.changed(id, begin(id, from));
        tell("calendar-version-withdrawn", id, Map.of("from", from.toString(), "reason", reason), by);
    }

    /** Refuses, in a sentence, what could not be put in force. */
    @Transactional(readOnly = true)
    public void check(String id, CalendarPlan plan) {
        of(id);
        LocalDate today = today(id);
        if (!plan.from().isAfter(today)) {
            throw new TicketRefused("New hours hold from tomorrow, %s, at the earliest: what was counted stays counted."
                    .formatted(today.plusDays(1)));
        }
        if (plan.from().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new TicketRefused("Choose a day within the next %d years.".formatted(YEARS_AHEAD));
        }
        plan.fault().ifPresent(fault -> {
            throw new TicketRefused(fault);
        });
    }

    /** The day it is there, on the clock of the house. */
    @Transactional(readOnly = true)
    public LocalDate today(String id) {
        return LocalDate.ofInstant(clock.instant(), calendars.get(id).zone());
    }

    private Instant begin(String id, LocalDate from) {
        return from.atStartOfDay(calendars.get(id).zone()).toInstant();
    }

    private Proposal find(long number) {
        return proposals.find(number)
                .orElseThrow(() -> new TicketRefused("Somebody has decided on this proposal already."));
    }

    private boolean othersThan(CurrentUser by) {
        return users.all().stream()
                .anyMatch(user -> user.active() && user.roles().contains(Role.ADMIN) && !user.login().equals(by.login()));
    }

    private void mayChange(CurrentUser by) {
        if (!by.is(Role.ADMIN)) {
            throw new TicketRefused("Only administrators change business calendars.");
        }
        proof.need(by);
    }

    private static String reason(String why) {
        if (why.isBlank() || why.strip().length() > LONGEST_WHY) {
            throw new TicketRefused("Say why, in at most %d characters; the audit keeps it.".formatted(LONGEST_WHY));
        }
        return why.strip();
    }

    private static Map<String, String> facts(CalendarPlan plan, String why) {
        Map<String, String> facts = new HashMap<>();
        facts.put("from", plan.from().toString());
        facts.put("blocks", Integer.toString(plan.blocks().size()));
        facts.put("holidays", Integer.toString(plan.holidays().size()));
        facts.put("reason", why);
        return facts;
    }

    private void tell(String what, String id, Map<String, String> facts, CurrentUser by) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("calendar", id);
        publisher.publishEvent(new SettingChanged(ClientId.HOUSE, by.login(), what, all));
    }
}

package org.ticketingos.standalone;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.client.Contact;
import org.ticketingos.client.Contract;
import org.ticketingos.client.PricingModel;
import org.ticketingos.client.Rate;
import org.ticketingos.client.WorkCalendar;
import org.ticketingos.client.WorkCalendar.Block;
import org.ticketingos.client.WorkCalendars;
import org.ticketingos.delivery.ChartOfAccounts;

/** Four invented companies with contracts of four models, and the calendars their clocks count on. */
@Component
class SampleClients {

    static final ClientId ACME = new ClientId("acme");
    static final ClientId GLOBEX = new ClientId("globex");
    static final ClientId NORDWIND = new ClientId("nordwind");
    static final ClientId SUNRISE = new ClientId("sunrise");

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);

    private final Clients clients;
    private final WorkCalendars calendars;
    private final ChartOfAccounts accounts;

    SampleClients(Clients clients, WorkCalendars calendars, ChartOfAccounts accounts) {
        this.clients = clients;
        this.calendars = calendars;
        this.accounts = accounts;
    }

    void create() {
        calendars.add(WorkCalendar.of("always", "Around the clock", INDIA, always(), Map.of()));
        calendars.add(WorkCalendar.of("india-office", "India, office hours", INDIA, office(), indianHolidays()));
        calendars.add(WorkCalendar.of(
                "germany-office", "Germany, office hours", ZoneId.of("Europe/Berlin"), office(), germanHolidays()));
        acme();
        globex();
        nordwind();
        sunrise();
        List.of(ACME, GLOBEX, NORDWIND, SUNRISE).forEach(this::accounts);
    }

    private void accounts(ClientId client) {
        accounts.add(client, "1400", "Inventory");
        accounts.add(client, "1500", "Office equipment");
        accounts.add(client, "5100", "Stationery and printing");
        accounts.add(client, "5200", "Freight and courier");
        accounts.add(client, "5300", "Repairs and maintenance");
        accounts.add(client, "5400", "Power and fuel");
        accounts.add(client, "5500", "Professional fees");
        accounts.add(client, "5900", "Other expenses");
    }

    private void acme() {
        add(
                new Client(
                        ACME,
                        "Acme Traders Private Limited",
                        "14 Residency Road, Bengaluru 560025",
                        "IN",
                        "29",
                        "29AAACA0001B1ZR",
                        INDIA,
                        Locale.forLanguageTag("en-IN"),
                        "accounts@acme.example"),
                "acme.example",
                "Meera Nair",
                "meera.nair@acme.example");
        clients.add(contract(
                "acme-data-entry", ACME, "ACME-DE-2026", PricingModel.PER_TRANSACTION, "INR", "standard", "always",
                100, "PER_TICKET", rate("per-document", "3.50", "document"),
                rate("priority-document", "4.00", "document")));
    }

    private void globex() {
        add(
                new Client(
                        GLOBEX,
                        "Globex Retail Private Limited",
                        "Unit 7, Ashram Road, Ahmedabad 380009",
                        "IN",
                        "24",
                        "24AAACG0003D1ZP",
                        INDIA,
                        Locale.forLanguageTag("en-IN"),
                        "payables@globex.example"),
                "globex.example",
                "Tarun Shah",
                "tarun.shah@globex.example");
        clients.add(contract(
                "globex-data-entry", GLOBEX, "GLX-DE-2026", PricingModel.HYBRID, "INR", "priority", "india-office",
                15, "MONTHLY", rate("base", "30000", "month"), rate("included", "2000", "documents"),
                rate("overage", "2.00", "document")));
    }

    private void nordwind() {
        add(
                new Client(
                        NORDWIND,
                        "Nordwind Handel GmbH",
                        "Speicherstraße 12, 20457 Hamburg",
                        "DE",
                        null,
                        "DE811234567",
                        ZoneId.of("Europe/Berlin"),
                        Locale.GERMANY,
                        "rechnungen@nordwind.example"),
                "nordwind.example",
                "Anke Petersen",
                "anke.petersen@nordwind.example");
        clients.add(contract(
                "nordwind-data-entry", NORDWIND, "NW-DE-2026", PricingModel.HOURLY, "EUR", "premium",
                "germany-office", 10, "MONTHLY", rate("per-hour", "18.00", "hour"),
                rate("increment-minutes", "6", "minutes")));
    }

    private void sunrise() {
        add(
                new Client(
                        SUNRISE,
                        "Sunrise Hospitals Trust",
                        "2 Hill Road, Mumbai 400050",
                        "IN",
                        "27",
                        "27AAATS0002C1ZB",
                        INDIA,
                        Locale.forLanguageTag("en-IN"),
                        "finance@sunrise.example"),
                "sunrise.example",
                "Dr. Leela Rao",
                "leela.rao@sunrise.example");
        clients.add(contract(
                "sunrise-data-entry", SUNRISE, "SUN-DE-2026", PricingModel.FTE, "INR", "standard", "india-office",
                20, "MONTHLY", rate("per-fte", "35000", "month"), rate("seats", "2", "seats")));
    }

    private void add(Client client, String domain, String contact, String mail) {
        clients.add(client);
        clients.addDomain(client.id(), domain);
        clients.add(new Contact(client.id() + "-1", client.id(), contact, mail));
    }

    private static Contract contract(
            String id,
            ClientId client,
            String number,
            PricingModel model,
            String currency,
            String plan,
            String calendar,
            int sampling,
            String invoicing,
            Rate... rates) {
        return new Contract(
                id,
                client,
                number,
                "data-entry",
                model,
                Currency.getInstance(currency),
                plan,
                calendar,
                sampling,
                new BigDecimal("0.998"),
                "FIELD",
                true,
                3,
                14,
                new BigDecimal("0.20"),
                invoicing,
                SINCE,
                null,
                List.of(rates));
    }

    private static Rate rate(String id, String amount, String unit) {
        return new Rate(id, new BigDecimal(amount), unit);
    }

    private static List<Block> always() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Block(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList();
    }

    private static List<Block> office() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= 5)
                .flatMap(day -> List.of(
                        new Block(day, LocalTime.of(9, 0), LocalTime.of(13, 0)),
                        new Block(day, LocalTime.of(14, 0), LocalTime.of(18, 0)))
                        .stream())
                .toList();
    }

    private static Map<LocalDate, String> indianHolidays() {
        return Map.of(
                LocalDate.of(2026, 8, 15), "Independence Day",
                LocalDate.of(2026, 10, 2), "Gandhi Jayanti",
                LocalDate.of(2027, 1, 26), "Republic Day",
                LocalDate.of(2027, 8, 15), "Independence Day",
                LocalDate.of(2027, 10, 2), "Gandhi Jayanti");
    }

    private static Map<LocalDate, String> germanHolidays() {
        return Map.of(
                LocalDate.of(2026, 10, 3), "Tag der Deutschen Einheit",
                LocalDate.of(2026, 12, 25), "1. Weihnachtstag",
                LocalDate.of(2027, 1, 1), "Neujahr",
                LocalDate.of(2027, 5, 1), "Tag der Arbeit",
                LocalDate.of(2027, 10, 3), "Tag der Deutschen Einheit");
    }
}

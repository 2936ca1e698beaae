package org.ticketingos.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All clients, with their contacts and contracts. */
@Repository
public class Clients {

    private final JdbcClient jdbc;

    Clients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Client get(ClientId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no client " + id));
    }

    public Optional<Client> find(ClientId id) {
        return jdbc.sql("select * from client where id = ?").param(id.value()).query(Clients::client).optional();
    }

    /** Everyone we work for, by name, without the house. */
    public List<Client> all() {
        return jdbc.sql("select * from client where id <> 'house' order by name").query(Clients::client).list();
    }

    /** Whether a client has registered a mail domain or one of its contacts writes from there. */
    public boolean writesFrom(String domain) {
        return jdbc.sql("""
                        select exists (select 1 from client_domain where domain = ?)
                            or exists (select 1 from contact where lower(split_part(mail, '@', 2)) = ?)""")
                .params(domain, domain)
                .query(Boolean.class)
                .single();
    }

    /** The mail domain of a client that an unknown one looks like without being it. */
    public Optional<String> resembled(String domain) {
        return writesFrom(domain)
                ? Optional.empty()
                : LookAlike.of(
                        domain,
                        jdbc.sql("select domain from client_domain union select lower(split_part(mail, '@', 2)) from contact")
                                .query(String.class)
                                .set());
    }

    /** The client a mail address belongs to: a known contact first, else the domain a client has registered. */
    public Optional<ClientId> whoWrites(String mail) {
        String address = mail.trim().toLowerCase(Locale.ROOT);
        String domain = address.substring(address.indexOf('@') + 1);
        return jdbc.sql("""
                        select client_id from (
                            select client_id, 1 as rank from contact where lower(mail) = ?
                            union all
                            select client_id, 2 from client_domain where domain = ?) known
                        order by rank limit 1""")
                .params(address, domain)
                .query(String.class)
                .optional()
                .map(ClientId::new);
    }

    public List<Contact> contacts(ClientId id) {
        return jdbc.sql("select id, client_id, name, mail from contact where client_id = ? order by name")
                .param(id.value())
                .query((row, n) -> new Contact(
                        row.getString("id"),
                        new ClientId(row.getString("client_id")),
                        row.getString("name"),
                        row.getString("mail")))
                .list();
    }

    /** The contract that holds for a line on a day, if any. */
    public Optional<Contract> contractOn(ClientId id, String line, LocalDate day) {
        return contracts(id).stream()
                .filter(contract -> contract.line().equals(line) && contract.holdsOn(day))
                .findFirst();
    }

    public List<Contract> contracts(ClientId id) {
        return jdbc.sql("select * from contract where client_id = ? order by valid_from desc, number")
                .param(id.value())
                .query((row, n) -> contract(row))
                .list();
    }

    public Contract contract(String contractId) {
        return jdbc.sql("select * from contract where id = ?")
                .param(contractId)
                .query((row, n) -> contract(row))
                .single();
    }

    public void add(Client client) {
        jdbc.sql("""
                        insert into client (id, name, address, country, state_code, tax_id, zone, locale, billing_mail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        client.id().value(),
                        client.name(),
                        client.address(),
                        client.country(),
                        client.stateCode(),
                        client.taxId(),
                        client.zone().getId(),
                        client.locale().toLanguageTag(),
                        client.billingMail())
                .update();
    }

    /** Whoever writes from this mail domain writes for this client. */
    public void addDomain(ClientId client, String domain) {
        jdbc.sql("insert into client_domain (domain, client_id) values (?, ?)")
                .params(domain.toLowerCase(Locale.ROOT), client.value())
                .update();
    }

    public void add(Contact contact) {
        jdbc.sql("insert into contact (id, client_id, name, mail) values (?, ?, ?, ?)")
                .params(contact.id(), contact.client().value(), contact.name(), contact.mail())
                .update();
    }

    public void add(Contract contract) {
        jdbc.sql("""
                        insert into contract (id, client_id, number, line, model, currency, sla_plan, calendar_id,
                            sampling_percent, accuracy_target, accuracy_unit, review_required, acceptance_days,
                            reopen_days, platform_share, invoicing, valid_from, valid_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        contract.id(),
                        contract.client().value(),
                        contract.number(),
                        contract.line(),
                        contract.model().name(),
                        contract.currency().getCurrencyCode(),
                        contract.slaPlan(),
                        contract.calendar(),
                        contract.samplingPercent(),
                        contract.accuracyTarget(),
                        contract.accuracyUnit(),
                        contract.reviewRequired(),
                        contract.acceptanceDays(),
                        contract.reopenDays(),
                        contract.platformShare(),
                        contract.invoicing(),
                        contract.from(),
                        contract.until())
                .update();
        contract.rates().forEach(rate -> jdbc.sql("""
                        insert into contract_rate (contract_id, client_id, rate_id, amount, unit)
                        values (?, ?, ?, ?, ?)""")
                .params(contract.id(), contract.client().value(), rate.id(), rate.amount(), rate.unit())
                .update());
    }

    private Contract contract(ResultSet row) throws SQLException {
        String id = row.getString("id");
        var until = row.getDate("valid_until");
        return new Contract(
                id,
                new ClientId(row.getString("client_id")),
                row.getString("number"),
                row.getString("line"),
                PricingModel.valueOf(row.getString("model")),
                Currency.getInstance(row.getString("currency")),
                row.getString("sla_plan"),
                row.getString("calendar_id"),
                row.getInt("sampling_percent"),
                row.getBigDecimal("accuracy_target"),
                row.getString("accuracy_unit"),
                row.getBoolean("review_required"),
                row.getInt("acceptance_days"),
                row.getInt("reopen_days"),
                row.getBigDecimal("platform_share"),
                row.getString("invoicing"),
                row.getDate("valid_from").toLocalDate(),
                until == null ? null : until.toLocalDate(),
                rates(id));
    }

    private List<Rate> rates(String contractId) {
        return jdbc.sql("select rate_id, amount, unit from contract_rate where contract_id = ? order by rate_id")
                .param(contractId)
                .query((row, n) ->
                        new Rate(row.getString("rate_id"), row.getBigDecimal("amount"), row.getString("unit")))
                .list();
    }

    private static Client client(ResultSet row, int n) throws SQLException {
        return new Client(
                new ClientId(row.getString("id")),
                row.getString("name"),
                row.getString("address"),
                row.getString("country"),
                row.getString("state_code"),
                row.getString("tax_id"),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("billing_mail"));
    }
}

package org.ticketingos.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.ticket.TicketRefused;

/** Rates and codes of the law as dated rows. A rule nobody has confirmed shows on every document it touched. */
@Repository
public class TaxRules {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaxRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One dated value. {@code verified} once two people have confirmed it. */
    public record Rule(long id, String code, String value, String unit, String source, boolean verified) {}

    /** The rule that applies on a day, as known at an instant: of several, the one recorded last. */
    public Rule on(String jurisdiction, String code, LocalDate day, Instant known) {
        return find(jurisdiction, code, day, known)
                .orElseThrow(() -> new IllegalStateException(
                        "no rule " + code + " holds in " + jurisdiction + " on " + day));
    }

    Optional<Rule> find(String jurisdiction, String code, LocalDate day, Instant known) {
        return jdbc.sql("""
                        select * from billing_rule
                        where jurisdiction = ? and rule_code = ? and valid_from <= ? and recorded_at <= ?
                          and (valid_to is null or valid_to > ?)
                        order by recorded_at desc, id desc limit 1""")
                .params(jurisdiction, code, day, known.atOffset(ZoneOffset.UTC), day)
                .query(TaxRules::rule)
                .optional();
    }

    /** All rules, newest first within a code. */
    public List<Rule> all() {
        return jdbc.sql("select * from billing_rule order by jurisdiction, rule_code, id desc")
                .query(TaxRules::rule)
                .list();
    }

    /** A person confirms a rule; the second one makes it verified. Each confirmation is a new row. */
    @Transactional
    public Rule approve(long id, String login) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('billing_rule'))").query().singleRow();
        boolean again = jdbc.sql("select approved_by_1 = ? from billing_rule where id = ?")
                .params(login, id)
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such rule."));
        if (again) {
            throw new TicketRefused("You have confirmed this rule already; a second person has to confirm it.");
        }
        return jdbc.sql("""
                        insert into billing_rule (jurisdiction, rule_code, valid_from, valid_to, value, unit, source,
                                                  status, approved_by_1, approved_by_2, recorded_at)
                        select jurisdiction, rule_code, valid_from, valid_to, value, unit, source,
                               case when approved_by_1 is null then 'UNVERIFIED' else 'VERIFIED' end,
                               coalesce(approved_by_1, :login), case when approved_by_1 is null then null else :login end, :at
                        from billing_rule where id = :id returning *""")
                .param("login", login)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(TaxRules::rule)
                .single();
    }

    private static Rule rule(ResultSet row, int n) throws SQLException {
        return new Rule(
                row.getLong("id"),
                row.getString("rule_code"),
                row.getString("value"),
                row.getString("unit"),
                row.getString("source"),
                row.getString("status").equals("VERIFIED"));
    }
}

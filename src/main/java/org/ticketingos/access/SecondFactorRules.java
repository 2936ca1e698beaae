package org.ticketingos.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.SettingChanged;

/** Who has to have a second factor, and who may take one away. */
@Repository
@Transactional
public class SecondFactorRules {

    private final JdbcClient jdbc;
    private final SecondFactors factors;
    private final FreshProof proof;
    private final Users users;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SecondFactorRules(
            JdbcClient jdbc, SecondFactors factors, FreshProof proof, Users users, ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.proof = proof;
        this.users = users;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Roles whose people have to have one. */
    @Transactional(readOnly = true)
    public Set<Role> demanded() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(jdbc.sql("select role from second_factor_demand")
                .query((row, n) -> Role.valueOf(row.getString("role")))
                .list());
        return roles;
    }

    /** People of these roles have to have one from now on; running sessions of those who have none end. */
    public void demand(Set<Role> roles, CurrentUser by) {
        if (!by.is(Role.ADMIN) || by.isClient()) {
            throw new AccessRefused("access.second.admins", "Only administrators decide who needs a second factor.");
        }
        proof.need(by);
        if (!factors.isOn(by.login()) && by.roles().stream().anyMatch(roles::contains)) {
            throw new AccessRefused(
                    "access.second.own-first",
                    "This would ask yourself for a second factor. Switch your own on first, on your profile.");
        }
        jdbc.sql("delete from second_factor_demand").update();
        roles.forEach(role -> jdbc.sql(
                        "insert into second_factor_demand (role, demanded_by, demanded_at) values (?, ?, ?)")
                .params(role.name(), by.login(), Timestamp.from(clock.instant()))
                .update());
        publisher.publishEvent(new SettingChanged(
                ClientId.HOUSE, by.login(), "second-factor-demanded",
                Map.of("roles", new TreeSet<>(roles).toString())));
    }

    /** Log-in names of those who have one. */
    @Transactional(readOnly = true)
    public Set<String> having() {
        return Set.copyOf(jdbc.sql("select login from second_factor").query(String.class).list());
    }

    /** Takes away somebody else's, who has lost the telephone and the recovery codes. */
    public void reset(String login, CurrentUser by) {
        users.managed(login, by);
        if (login.equals(by.login())) {
            throw new AccessRefused("access.second.own-reset", "Switch your own off on your profile.");
        }
        proof.need(by);
        factors.remove(login, by.login(), "second-factor-reset");
    }

    /** Switches off the own one; whoever has to have it keeps it. */
    public void switchOff(CurrentUser who) {
        proof.need(who);
        if (demanded().stream().anyMatch(who::is)) {
            throw new AccessRefused("access.second.demanded", "Your role asks for a second factor; it stays on.");
        }
        factors.remove(who.login(), who.login(), "second-factor-off");
    }

    /** New recovery codes for oneself; those before stop working. */
    public List<String> newCodes(CurrentUser who) {
        proof.need(who);
        return factors.newCodes(who.login(), who.login());
    }
}

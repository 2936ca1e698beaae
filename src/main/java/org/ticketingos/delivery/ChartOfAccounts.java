package org.ticketingos.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;

/** The general-ledger accounts of each client. A client without a chart gets its documents posted without a code. */
@Repository
public class ChartOfAccounts {

    private final JdbcClient jdbc;

    ChartOfAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new account, or a new name for one that is there. */
    public void add(ClientId client, String code, String name) {
        jdbc.sql("""
                        insert into ledger_account (client_id, code, name) values (?, ?, ?)
                        on conflict (client_id, code) do update set name = excluded.name""")
                .params(client.value(), code, name)
                .update();
    }

    /** Code to name, by code. */
    public Map<String, String> of(ClientId client) {
        Map<String, String> accounts = new LinkedHashMap<>();
        jdbc.sql("select code, name from ledger_account where client_id = ? order by code")
                .param(client.value())
                .query(row -> {
                    accounts.put(row.getString("code"), row.getString("name"));
                });
        return accounts;
    }
}

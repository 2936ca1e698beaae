package org.ticketingos.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each person has set up for themselves, kept on the server: names such as {@code key.REPLY}. */
@Repository
public class Preferences {

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> get(String login, String name) {
        return jdbc.sql("select value from user_preference where login = ? and name = ?")
                .params(login, name)
                .query(String.class)
                .optional();
    }

    /** All whose name begins so, by name without that beginning. */
    public Map<String, String> all(String login, String beginning) {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql("""
                        select name, value from user_preference
                        where login = ? and starts_with(name, ?) order by name""")
                .params(login, beginning)
                .query(row -> {
                    all.put(row.getString("name").substring(beginning.length()), row.getString("value"));
                });
        return all;
    }

    public void put(String login, String name, String value) {
        jdbc.sql("""
                        insert into user_preference (login, name, value) values (?, ?, ?)
                        on conflict (login, name) do update set value = excluded.value""")
                .params(login, name, value)
                .update();
    }

    /** Back to what the house sets. */
    public void remove(String login, String name) {
        jdbc.sql("delete from user_preference where login = ? and name = ?").params(login, name).update();
    }
}

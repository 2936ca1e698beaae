package org.ticketingos.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells the database whose rows the coming work may see, each time a connection is handed out. The setting stays on
 * the physical connection, so it is only sent again when it changes.
 *
 * @see "docs/decisions/0002"
 */
class ScopedDataSource extends DelegatingDataSource {

    private final Map<Connection, Sight> told = Collections.synchronizedMap(new WeakHashMap<>());

    ScopedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Sight sight = Scope.current();
        Connection connection = super.getConnection();
        Connection physical = connection.unwrap(org.postgresql.jdbc.PgConnection.class);
        if (sight.equals(told.get(physical))) {
            return connection;
        }
        told.remove(physical);
        try (PreparedStatement tell = connection.prepareStatement("""
                select set_config('ticketingos.client', ?, false), set_config('ticketingos.requester', ?, false),
                       set_config('ticketingos.invoices', ?, false), set_config('ticketingos.apart', ?, false)""")) {
            tell.setString(1, sight.client());
            tell.setString(2, sight.requester());
            tell.setString(3, sight.invoices());
            tell.setString(4, sight.apart());
            tell.execute();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            told.put(physical, sight);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}

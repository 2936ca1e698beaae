package org.ticketingos.access;

import javax.sql.DataSource;

/** Opens the package's door for test set-up. */
public final class ScopeForTests {

    private ScopeForTests() {}

    public static DataSource scoped(DataSource pool) {
        return new ScopedDataSource(pool);
    }
}

package org.ticketingos.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded database of a running product, as its superuser. */
final class ProductDatabase {

    private ProductDatabase() {}

    /** @param folder the product's data folder */
    static Connection of(Path folder) throws SQLException, IOException {
        String port = Files.readAllLines(folder.resolve("postgresql/database/postmaster.pid")).get(3);
        String password = Files.readString(folder.resolve("postgresql/password")).trim();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/ticketingos", "postgres", password);
    }
}

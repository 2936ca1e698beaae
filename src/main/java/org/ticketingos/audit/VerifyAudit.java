package org.ticketingos.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.client.ClientId;

/**
 * Verifies all chains without the application. Reads {@code AUDIT_DB_URL}, {@code AUDIT_DB_USER},
 * {@code AUDIT_DB_PASSWORD}, and where given the files {@code AUDIT_PUBLIC_KEY} and {@code AUDIT_CHECKPOINTS}, from the
 * environment. Ends with 0 when all is intact, 1 when an entry does not hold, 2 when it could not look.
 */
public class VerifyAudit {

    private VerifyAudit() {}

    public static void main(String[] args) {
        System.exit(run(System.getenv(), System.out));
    }

    static int run(Map<String, String> environment, PrintStream out) {
        String url = environment.get("AUDIT_DB_URL");
        if (url == null) {
            out.println("Set AUDIT_DB_URL, AUDIT_DB_USER and AUDIT_DB_PASSWORD;"
                    + " AUDIT_PUBLIC_KEY and AUDIT_CHECKPOINTS name the files kept outside the database.");
            return 2;
        }
        try (Connection connection = DriverManager.getConnection(
                url, environment.getOrDefault("AUDIT_DB_USER", ""), environment.getOrDefault("AUDIT_DB_PASSWORD", ""))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Verifier verifier = new Verifier(key(environment), outside(environment));
            boolean intact = true;
            for (ClientId client : clients(connection)) {
                Verification verification = verifier.verify(connection, client);
                out.println(verification.sentence());
                intact &= verification.intact();
            }
            return intact ? 0 : 1;
        } catch (SQLException | IOException | GeneralSecurityException | RuntimeException e) {
            out.println("Could not verify: " + e.getMessage());
            return 2;
        }
    }

    private static @Nullable PublicKey key(Map<String, String> environment)
            throws IOException, GeneralSecurityException {
        String file = environment.get("AUDIT_PUBLIC_KEY");
        return file == null ? null : SigningKey.publicKey(Path.of(file));
    }

    private static List<Checkpoint> outside(Map<String, String> environment) {
        String file = environment.get("AUDIT_CHECKPOINTS");
        return file == null ? List.of() : Checkpoints.outside(Path.of(file));
    }

    private static List<ClientId> clients(Connection connection) throws SQLException {
        List<ClientId> clients = new ArrayList<>();
        try (Statement sql = connection.createStatement()) {
            sql.execute("select set_config('ticketingos.client', '*', false)");
            try (ResultSet row = sql.executeQuery("select id from client order by id")) {
                while (row.next()) {
                    clients.add(new ClientId(row.getString(1)));
                }
            }
        }
        return clients;
    }
}

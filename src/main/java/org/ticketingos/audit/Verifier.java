package org.ticketingos.audit;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ticketingos.audit.Verification.Break;
import org.ticketingos.client.ClientId;

/**
 * Reads a chain from its first entry and compares it with itself, with the tickets' history and with the signed
 * checkpoints, those of the database and those kept outside. Needs nothing but a connection.
 */
class Verifier {

    private static final int FETCH = 1000;

    private final @Nullable PublicKey key;
    private final List<Checkpoint> outside;

    Verifier(@Nullable PublicKey key, List<Checkpoint> outside) {
        this.key = key;
        this.outside = outside;
    }

    /** The connection must not be in auto-commit, so that rows are fetched bit by bit and from one snapshot. */
    Verification verify(Connection connection, ClientId client) throws SQLException {
        List<Checkpoint> checkpoints = checkpoints(connection, client);
        try (PreparedStatement sql = connection.prepareStatement("""
                select a.*, e.seq is not null as known,
                       e.kind = a.event and e.actor = a.actor and e.ticket_id = a.ticket_id
                       and e.facts || jsonb_build_object('at', to_jsonb(e.at at time zone 'UTC')) = a.payload as same
                from audit_entry a left join ticket_event e on e.seq = a.event_seq
                where a.client_id = ? order by a.seq""")) {
            sql.setString(1, client.value());
            sql.setFetchSize(FETCH);
            try (ResultSet rows = sql.executeQuery()) {
                return read(rows, client, checkpoints);
            }
        }
    }

    private Verification read(ResultSet rows, ClientId client, List<Checkpoint> checkpoints) throws SQLException {
        Frontier tree = new Frontier();
        String previous = AuditEntry.NONE_BEFORE;
        Instant last = Instant.EPOCH;
        int next = 0;
        while (rows.next()) {
            AuditEntry entry = Chain.entry(rows);
            Optional<String> wrong = wrong(entry, tree.size() + 1, previous)
                    .or(() -> otherHistory(rows, entry));
            if (wrong.isPresent()) {
                long seq = Math.min(entry.seq(), tree.size() + 1);
                return broken(client, tree.size(), next, seq, entry.at(), wrong.get());
            }
            tree.add(Merkle.leaf(HexFormat.of().parseHex(entry.hash())));
            previous = entry.hash();
            last = entry.at();
            while (next < checkpoints.size() && checkpoints.get(next).size() == tree.size()) {
                Checkpoint checkpoint = checkpoints.get(next);
                Optional<String> differs = differs(checkpoint, tree);
                if (differs.isPresent()) {
                    return broken(client, tree.size(), next, entry.seq(), entry.at(), differs.get());
                }
                next++;
            }
        }
        if (next < checkpoints.size()) {
            Checkpoint ahead = checkpoints.get(next);
            return broken(client, tree.size(), next, tree.size() + 1, last,
                    "entries are cut off: the checkpoint of %s counts %d, there are %d"
                            .formatted(ahead.at(), ahead.size(), tree.size()));
        }
        return new Verification(client, tree.size(), checkpoints.size(), Optional.empty());
    }

    private static Optional<String> wrong(AuditEntry entry, long expected, String previous) {
        if (entry.seq() != expected) {
            return Optional.of("it is missing, the next one there is " + entry.seq());
        }
        if (!entry.previousHash().equals(previous)) {
            return Optional.of("it does not follow the entry before it");
        }
        if (!entry.hash().equals(CanonicalForm.hash(entry))) {
            return Optional.of("its content is not what its hash was taken of");
        }
        return Optional.empty();
    }

    private static Optional<String> otherHistory(ResultSet row, AuditEntry entry) {
        try {
            if (entry.eventSeq() == null) {
                return Optional.empty();
            }
            if (!row.getBoolean("known")) {
                return Optional.of("the ticket's history has lost event " + entry.eventSeq());
            }
            return row.getBoolean("same")
                    ? Optional.empty()
                    : Optional.of("the ticket's history tells event " + entry.eventSeq() + " otherwise");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> differs(Checkpoint checkpoint, Frontier tree) {
        if (!checkpoint.root().equals(HexFormat.of().formatHex(tree.root()))) {
            return Optional.of("the entries up to here are not those the checkpoint of " + checkpoint.at()
                    + " was signed for");
        }
        return key == null || SigningKey.holds(key, checkpoint)
                ? Optional.empty()
                : Optional.of("the checkpoint of " + checkpoint.at() + " is not signed with our key");
    }

    private List<Checkpoint> checkpoints(Connection connection, ClientId client) throws SQLException {
        List<Checkpoint> all = new ArrayList<>(outside.stream()
                .filter(checkpoint -> checkpoint.client().equals(client))
                .toList());
        try (PreparedStatement sql =
                connection.prepareStatement("select * from audit_checkpoint where client_id = ?")) {
            sql.setString(1, client.value());
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    all.add(new Checkpoint(
                            client,
                            row.getLong("size"),
                            row.getString("root"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("key_id"),
                            row.getString("signature")));
                }
            }
        }
        return all.stream().distinct().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
    }

    private static Verification broken(
            ClientId client, long entries, int checkpoints, long seq, Instant at, String what) {
        return new Verification(client, entries, checkpoints, Optional.of(new Break(seq, at, what)));
    }
}

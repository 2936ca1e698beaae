package org.ticketingos.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ticketingos.client.ClientId;

/** Seals what was appended: signs a root over each chain, keeps it in the database and in a file outside. */
@Component
class Checkpoints {

    private final JdbcClient jdbc;
    private final Chain chain;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Path keyFile;
    private final Path copy;
    private @Nullable SigningKey key;

    Checkpoints(
            JdbcClient jdbc,
            Chain chain,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${ticketingos.audit.key-file:${ticketingos.data-dir:./data}/audit.key}") Path keyFile,
            @Value("${ticketingos.audit.checkpoint-file:${ticketingos.data-dir:./data}/audit-checkpoints.tsv}")
                    Path copy) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.keyFile = keyFile;
        this.copy = copy;
    }

    /** Those of all chains that have grown since their last one. */
    List<Checkpoint> seal() {
        return chain.clients().stream().flatMap(client -> seal(client).stream()).toList();
    }

    private Optional<Checkpoint> seal(ClientId client) {
        Optional<Checkpoint> sealed = transaction.execute(state -> {
            Frontier tree = last(client);
            chain.hashes(client, tree.size()).forEach(hash -> tree.add(Merkle.leaf(HexFormat.of().parseHex(hash))));
            return tree.size() == known(client) ? Optional.<Checkpoint>empty() : Optional.of(insert(client, tree));
        });
        sealed.ifPresent(this::copy);
        return sealed;
    }

    private Checkpoint insert(ClientId client, Frontier tree) {
        SigningKey signer = key();
        Checkpoint open = new Checkpoint(
                client, tree.size(), HexFormat.of().formatHex(tree.root()),
                clock.instant().truncatedTo(ChronoUnit.MICROS), signer.id(), "");
        Checkpoint signed = new Checkpoint(
                client, open.size(), open.root(), open.at(), open.keyId(), signer.sign(open.statement()));
        jdbc.sql("""
                        insert into audit_checkpoint (client_id, size, root, frontier, at, key_id, signature)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        client.value(), signed.size(), signed.root(), tree.hex().toArray(String[]::new),
                        signed.at().atOffset(ZoneOffset.UTC), signed.keyId(), signed.signature())
                .update();
        return signed;
    }

    private void copy(Checkpoint checkpoint) {
        try {
            Path folder = copy.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    copy, checkpoint.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be kept in " + copy, e);
        }
    }

    /** Checkpoints kept outside the database. */
    static List<Checkpoint> outside(Path file) {
        try {
            return Files.notExists(file)
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(Checkpoint::parse)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }

    Verifier verifier() {
        return new Verifier(key().open(), outside(copy));
    }

    private Frontier last(ClientId client) {
        return jdbc.sql("""
                        select size, frontier from audit_checkpoint where client_id = ? order by size desc limit 1""")
                .param(client.value())
                .query((row, n) -> new Frontier(
                        row.getLong("size"), Arrays.asList((String[]) row.getArray("frontier").getArray())))
                .optional()
                .orElseGet(Frontier::new);
    }

    private long known(ClientId client) {
        return jdbc.sql("select coalesce(max(size), 0) from audit_checkpoint where client_id = ?")
                .param(client.value())
                .query(Long.class)
                .single();
    }

    private synchronized SigningKey key() {
        if (key == null) {
            key = SigningKey.in(keyFile);
        }
        return key;
    }
}

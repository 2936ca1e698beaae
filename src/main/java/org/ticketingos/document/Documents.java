package org.ticketingos.document;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;
import org.ticketingos.document.worker.CannotRead;

/** All files, with what was read in them. */
@Repository
public class Documents {

    private static final String REF = "select id, client_id, about, name, media_type, size, sha256, scan, scan_finding from document ";

    /** Where a PNG tells its width, its height behind it. */
    private static final int PNG_WIDTH = 16;

    private final JdbcClient jdbc;
    private final DocumentPages pages;
    private final ReadingRequests requests;
    private final DocumentReader reader;
    private final ScanSettings scanner;
    private final Clock clock;

    Documents(
            JdbcClient jdbc,
            DocumentPages pages,
            ReadingRequests requests,
            DocumentReader reader,
            ScanSettings scanner,
            Clock clock) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.requests = requests;
        this.reader = reader;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * Keeps a file. The same content about the same thing is the same document, whatever it is called.
     *
     * @param mediaType as the sender declared it; what counts is what the content shows
     */
    public DocumentRef store(ClientId client, String about, String name, String mediaType, byte[] bytes) {
        String sha256 = sha256(bytes);
        String clean = FileName.clean(name);
        jdbc.sql("""
                        insert into document (id, client_id, about, name, original_name, media_type, size, sha256,
                                              content, stored_at, scan, scan_after)
                        values (:id, :client, :about, :name, :original, :type, :size, :sha256, :content, :at, :scan, :at)
                        on conflict (client_id, about, sha256) do nothing""")
                .param("id", UUID.randomUUID())
                .param("client", client.value())
                .param("about", about)
                .param("name", clean)
                .param("original", FileName.original(name))
                .param("type", MediaTypes.of(bytes, clean, mediaType))
                .param("size", bytes.length)
                .param("sha256", sha256)
                .param("content", bytes)
                .param("at", Timestamp.from(clock.instant()))
                .param("scan", scanner.isOn() && !isOurs(about) ? ScanState.WAITING.name() : ScanState.OFF.name())
                .update();
        return jdbc.sql(REF + "where client_id = ? and about = ? and sha256 = ?")
                .params(client.value(), about, sha256)
                .query(Documents::ref)
                .single();
    }

    /** What we have made ourselves need not be checked for viruses. */
    private static boolean isOurs(String about) {
        return about.startsWith("deliverable:") || about.startsWith("invoice:");
    }

    /** The same file about something else, with what the virus scanner has said of it. */
    public DocumentRef copy(DocumentRef document, ClientId client, String about) {
        jdbc.sql("""
                        insert into document (id, client_id, about, name, original_name, media_type, size, sha256, content,
                                              stored_at, scan, scan_finding, scan_after)
                        select ?, ?, ?, name, original_name, media_type, size, sha256, content, ?, scan, scan_finding,
                               scan_after
                        from document where id = ? on conflict (client_id, about, sha256) do nothing""")
                .params(UUID.randomUUID(), client.value(), about, Timestamp.from(clock.instant()), document.id())
                .update();
        return jdbc.sql(REF + "where client_id = ? and about = ? and sha256 = ?")
                .params(client.value(), about, document.sha256())
                .query(Documents::ref)
                .single();
    }

    /** What these contents are kept about already: about to how many of them; what the asking person may see. */
    public Map<String, Integer> known(ClientId client, Collection<String> sha256) {
        Map<String, Integer> known = new HashMap<>();
        jdbc.sql("""
                        select about, count(distinct sha256) as n from document
                        where client_id = ? and sha256 = any(?) group by about""")
                .params(client.value(), sha256.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("about"), row.getInt("n"));
                });
        return known;
    }

    /** All documents about one thing are about another from now on, which has none of the same content. */
    public void moveAll(ClientId client, String from, String to) {
        jdbc.sql("update document set about = ? where about = ? and client_id = ?")
                .params(to, from, client.value())
                .update();
    }

    /** Forgets a document nobody has begun to work on. */
    public void drop(UUID id) {
        jdbc.sql("delete from document_page where document_id = ?").param(id).update();
        jdbc.sql("delete from document where id = ?").param(id).update();
    }

    /** The content's name, as {@link DocumentRef#sha256} has it. */
    public static String fingerprint(byte[] bytes) {
        return sha256(bytes);
    }

    public Optional<DocumentRef> find(UUID id) {
        return jdbc.sql(REF + "where id = ?").param(id).query(Documents::ref).optional();
    }

    /** Those of them that are there, in no order. */
    public List<DocumentRef> all(List<UUID> ids) {
        return jdbc.sql(REF + "where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(Documents::ref)
                .list();
    }

    /** The content; refused in words while it is not checked for viruses, and where something was found. */
    public byte[] bytes(UUID id) {
        DocumentRef document = find(id).orElseThrow(() -> new IllegalArgumentException("no document " + id));
        if (!document.scan().isFree()) {
            throw KeptAway.of(document);
        }
        return content(id);
    }

    private byte[] content(UUID id) {
        return jdbc.sql("select content from document where id = ?")
                .param(id)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no document " + id));
    }

    /** All documents of a ticket or invoice, oldest first. */
    public List<DocumentRef> about(String about) {
        return jdbc.sql(REF + "where about = ? order by stored_at, name, id")
                .param(about)
                .query(Documents::ref)
                .list();
    }

    /** Asks for a document to be read; {@link DocumentRead} answers, never before the caller's transaction commits. */
    public void requestReading(UUID id) {
        requests.add(find(id).orElseThrow(() -> new IllegalArgumentException("no document " + id)));
    }

    /** How far the reading has come; empty when there is no such document. */
    public Optional<Reading> reading(UUID id) {
        return jdbc.sql("select status, reason, page_count from document where id = ?")
                .param(id)
                .query((row, n) -> {
                    String status = row.getString("status");
                    return new Reading(
                            status == null ? null : ReadStatus.valueOf(status),
                            row.getString("reason"),
                            row.getInt("page_count"),
                            pages.unread(id));
                })
                .optional();
    }

    /** What was read; empty when the document has not been read or could not be. */
    public Optional<Text> text(UUID id) {
        List<Page> read = pages.read(id);
        return read.isEmpty() ? Optional.empty() : Optional.of(new Text(read));
    }

    /** The words of a place as they were read the first time, row by row. */
    public Reread words(UUID id, int page, Area area) {
        return Reread.of(pages.read(id).stream()
                .filter(read -> read.number() == page)
                .flatMap(read -> read.words().stream())
                .filter(area::holds)
                .toList());
    }

    /** What was read on a page, line by line; empty when it was not read. */
    public List<String> lines(UUID id, int page) {
        return pages.read(id).stream()
                .filter(read -> read.number() == page)
                .findFirst()
                .map(Page::lines)
                .orElse(List.of());
    }

    /** Where the word under a point stands. */
    public Optional<Area> wordAt(UUID id, int page, double x, double y) {
        return pages.read(id).stream()
                .filter(read -> read.number() == page)
                .flatMap(read -> read.words().stream())
                .filter(word -> x >= word.x() && x <= word.x() + word.width())
                .filter(word -> y >= word.y() && y <= word.y() + word.height())
                .map(word -> Area.within(word.x(), word.y(), word.width(), word.height()))
                .findFirst();
    }

    /** Recognises a place of a page again in a worker, at a higher resolution; takes up to a second or two. */
    public Reread reread(UUID id, int page, Area area) {
        Optional<DocumentRef> document = find(id);
        if (document.isEmpty()) {
            return Reread.failed("There is no such document.");
        }
        if (!document.get().scan().isFree()) {
            return Reread.failed(String.valueOf(KeptAway.of(document.get()).getMessage()));
        }
        try {
            byte[] bytes = content(id);
            return reader.reread(bytes, document.get().mediaType(), page, area, shown(id, page));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reread.failed("The reading was broken off.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width by height of a page as people see it; a page nobody has read is shown as it lies in the file. */
    private double shown(UUID id, int page) throws IOException {
        Optional<byte[]> picture = pageImage(id, page);
        if (picture.isEmpty()) {
            return 1;
        }
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(picture.get()));
        head.skipNBytes(PNG_WIDTH);
        return head.readInt() / (double) head.readInt();
    }

    /**
     * A place in a paper where words were found.
     *
     * @param snippet some words around
     */
    public record Hit(String name, String snippet) {}

    /** For each of some tickets or other things the first page with one of these words, in the sight of who asks. */
    public Map<String, Hit> look(List<String> about, String query, String headline) {
        Map<String, Hit> hits = new HashMap<>();
        jdbc.sql("""
                        select distinct on (d.about) d.about, d.name,
                               ts_headline('simple', page_text(p.words), to_tsquery('simple', :query), :headline) as snippet
                        from document d join document_page p on p.document_id = d.id
                        where d.about = any (:about) and p.words is not null
                          and search_words(page_text(p.words)) @@ to_tsquery('simple', :query)
                        order by d.about, d.stored_at, p.number""")
                .param("query", query)
                .param("headline", headline)
                .param("about", about.toArray(String[]::new))
                .query(row -> {
                    hits.put(row.getString("about"), new Hit(row.getString("name"), row.getString("snippet")));
                });
        return hits;
    }

    /** A page as a PNG for the screen, drawn at the first call and then kept; empty where it cannot be drawn. */
    public Optional<byte[]> pageImage(UUID id, int page) {
        Optional<byte[]> kept = pages.picture(id, page);
        return kept.isPresent() ? kept
                : find(id).filter(document -> document.scan().isFree()).flatMap(document -> draw(document, page));
    }

    private Optional<byte[]> draw(DocumentRef document, int page) {
        try {
            byte[] png = reader.draw(bytes(document.id()), document.mediaType(), page);
            pages.keepPicture(document.id(), document.client(), page, png);
            return Optional.of(png);
        } catch (CannotRead e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentRef ref(ResultSet row, int n) throws SQLException {
        return new DocumentRef(
                row.getObject("id", UUID.class),
                new ClientId(row.getString("client_id")),
                row.getString("about"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                ScanState.valueOf(row.getString("scan")),
                row.getString("scan_finding"));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.ticketingos.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.client.ClientId;

/** The pages of documents: words, pictures, and why there are none. */
@Repository
class DocumentPages {

    private final JdbcClient jdbc;

    DocumentPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what an earlier reading found. */
    void store(UUID document, ClientId client, Outcome outcome) {
        jdbc.sql("delete from document_page where document_id = ?").param(document).update();
        for (Page page : outcome.pages()) {
            jdbc.sql("""
                            insert into document_page (document_id, client_id, number, width, height, ocr, words, image)
                            values (:document, :client, :number, :width, :height, :ocr, cast(:words as jsonb), :image)""")
                    .param("document", document)
                    .param("client", client.value())
                    .param("number", page.number())
                    .param("width", page.width())
                    .param("height", page.height())
                    .param("ocr", page.ocr())
                    .param("words", WordsJson.of(page.words()))
                    .param("image", outcome.pictures().get(page.number()))
                    .update();
        }
        outcome.unread().forEach((number, why) -> jdbc.sql("""
                        insert into document_page (document_id, client_id, number, unread) values (?, ?, ?, ?)""")
                .params(document, client.value(), number, why)
                .update());
    }

    List<Page> read(UUID document) {
        return jdbc.sql("select * from document_page where document_id = ? and words is not null order by number")
                .param(document)
                .query(DocumentPages::page)
                .list();
    }

    Map<Integer, String> unread(UUID document) {
        var unread = new TreeMap<Integer, String>();
        jdbc.sql("select number, unread from document_page where document_id = ? and words is null and unread <> ''")
                .param(document)
                .query(row -> {
                    unread.put(row.getInt("number"), row.getString("unread"));
                });
        return unread;
    }

    Optional<byte[]> picture(UUID document, int page) {
        return jdbc.sql("select image from document_page where document_id = ? and number = ? and image is not null")
                .params(document, page)
                .query((row, n) -> row.getBytes("image"))
                .optional();
    }

    void keepPicture(UUID document, ClientId client, int page, byte[] png) {
        jdbc.sql("""
                        insert into document_page (document_id, client_id, number, image) values (?, ?, ?, ?)
                        on conflict (document_id, number) do update set image = excluded.image""")
                .params(document, client.value(), page, png)
                .update();
    }

    private static Page page(ResultSet row, int n) throws SQLException {
        return new Page(
                row.getInt("number"),
                row.getInt("width"),
                row.getInt("height"),
                row.getBoolean("ocr"),
                WordsJson.words(row.getString("words")));
    }
}

package org.ticketingos.ui.inbox;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.document.Reading;
import org.ticketingos.ui.form.Paper;
import org.ticketingos.ui.form.PlaceReader;

/** Stored documents on the screen: as pages to look at and as files to download. */
@Component
public class Papers {

    private static final int BEGINNING = 4_000;
    /** Two people who have a place read again do not wait for each other; more share the workers anyway. */
    private static final int AT_ONCE = 2;

    private final Documents documents;
    private final ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "place-reader");
        thread.setDaemon(true);
        return thread;
    });

    Papers(Documents documents) {
        this.documents = documents;
    }

    /** Reads places of papers for a view, in the sight of whoever is logged in now. */
    PlaceReader reader(com.vaadin.flow.component.Component view, BinaryOperator<String> values) {
        return new PaperReading(documents, new DelegatingSecurityContextExecutor(readers), view, values);
    }

    @PreDestroy
    void close() {
        readers.shutdownNow();
    }

    /** The pages of some documents, in order; empty when none of them can be shown as a picture. */
    public Optional<Paper> about(List<String> ids) {
        List<Paper.Sheet> sheets = new ArrayList<>();
        for (String id : ids) {
            documents.find(UUID.fromString(id))
                    .filter(Enclosed::hasPages)
                    .ifPresent(document -> sheets.addAll(sheets(document)));
        }
        return sheets.isEmpty() ? Optional.empty() : Optional.of(new Paper(sheets));
    }

    /** A link that downloads the file, or why it is not handed out. */
    public com.vaadin.flow.component.Component named(DocumentRef document) {
        return document.scan().isFree() ? download(document) : new Span(KeptAwayWords.of(document));
    }

    /** Why some of these documents are not shown: kept apart, or not yet checked for viruses. */
    List<String> keptAway(List<String> ids) {
        return ids.stream()
                .flatMap(id -> documents.find(UUID.fromString(id)).stream())
                .filter(document -> !document.scan().isFree())
                .map(KeptAwayWords::of)
                .toList();
    }

    /** A link that downloads the file. */
    public Anchor download(DocumentRef document) {
        return download(document.id(), document.name(), document.mediaType());
    }

    /** A link that downloads the file. */
    public Anchor download(UUID id, String name, String mediaType) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = documents.bytes(id);
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, mediaType, bytes.length);
        });
        return new Anchor(handler, AttachmentType.DOWNLOAD, name);
    }

    /** Why a file has no picture, as far as its reading has told. */
    String whyNot(DocumentRef document) {
        ReadStatus status = documents.reading(document.id()).map(Reading::status).orElse(null);
        return say(status == ReadStatus.ENCRYPTED ? "shell.file.locked"
                : status == ReadStatus.TOO_LARGE ? "shell.file.large" : "shell.file.damaged");
    }

    /** The first lines of a text file, in the encoding of the web. */
    String beginning(DocumentRef document) {
        byte[] bytes = documents.bytes(document.id());
        String text = new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.UTF_8);
        return bytes.length > BEGINNING ? text + "\n…" : text;
    }

    private List<Paper.Sheet> sheets(DocumentRef document) {
        int pages = Math.max(1, documents.reading(document.id()).map(Reading::pageCount).orElse(1));
        List<Paper.Sheet> sheets = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            int number = page;
            sheets.add(new Paper.Sheet(
                    document.id().toString(),
                    document.name(),
                    number,
                    pages,
                    PagePictures.address(document.id(), number),
                    () -> documents.lines(document.id(), number),
                    download(document)));
        }
        return sheets;
    }
}

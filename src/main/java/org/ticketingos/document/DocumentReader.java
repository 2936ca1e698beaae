package org.ticketingos.document;

import java.io.IOException;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.ticketingos.document.worker.CannotRead;
import org.ticketingos.document.worker.Limits;

/** Reads one document page by page through a worker; what kills a worker costs a page, never the document. */
@Component
@EnableConfigurationProperties(ReadingSettings.class)
class DocumentReader {

    static final Set<String> READABLE = Set.of("application/pdf", "image/png", "image/jpeg", "image/tiff");

    private final Workers workers;
    private final ReadingSettings settings;

    DocumentReader(Workers workers, ReadingSettings settings) {
        this.workers = workers;
        this.settings = settings;
    }

    Outcome read(byte[] bytes, String mediaType) throws IOException, InterruptedException {
        if (!READABLE.contains(mediaType)) {
            return Outcome.none(
                    ReadStatus.UNSUPPORTED,
                    "This kind of file is not read by the machine; PDF, PNG, JPEG and TIFF are.");
        }
        if (bytes.length > settings.maxBytes().toBytes()) {
            return Outcome.none(
                    ReadStatus.TOO_LARGE,
                    "The file has %d MB; at most %d MB are read."
                            .formatted(bytes.length >> 20, settings.maxBytes().toMegabytes()));
        }
        var visit = new Visit(workers, settings, bytes, mediaType);
        try {
            int pages = visit.open();
            return pages > Limits.PAGES
                    ? Outcome.none(
                            ReadStatus.TOO_LARGE,
                            "The file has %d pages; at most %d are read.".formatted(pages, Limits.PAGES))
                    : visit.readAll(pages);
        } catch (CannotRead e) {
            return Outcome.none(e.status(), e.sentence());
        } catch (WorkerDied e) {
            return Outcome.none(
                    ReadStatus.UNREADABLE,
                    e.late()
                            ? "Opening the file took longer than %d s."
                                    .formatted(settings.openTime().toSeconds())
                            : "The file broke the reader off.");
        } finally {
            visit.end();
        }
    }

    /**
     * One place of a page again, or why it cannot be read.
     *
     * @param shown width by height of the page as people see it
     */
    Reread reread(byte[] bytes, String mediaType, int page, Area area, double shown)
            throws IOException, InterruptedException {
        if (!READABLE.contains(mediaType)) {
            return Reread.failed("This kind of file is not read by the machine.");
        }
        Worker worker = workers.lend();
        try {
            int pages = worker.open(bytes, mediaType, settings.openTime());
            return page < 1 || page > pages
                    ? Reread.failed("The document has no page " + page + ".")
                    : Reread.of(worker.reread(page, area, shown, settings.pageTime()).words());
        } catch (CannotRead e) {
            return Reread.failed(e.sentence());
        } catch (WorkerDied e) {
            return Reread.failed(e.late() ? "Reading this place took too long." : "This place broke the reader off.");
        } finally {
            workers.giveBack(worker);
        }
    }

    /** The picture of one page, or why there is none. */
    byte[] draw(byte[] bytes, String mediaType, int page) throws IOException, InterruptedException, CannotRead {
        if (!READABLE.contains(mediaType)) {
            throw new CannotRead(ReadStatus.UNSUPPORTED, "There is no picture of a file of this kind.");
        }
        Worker worker = workers.lend();
        try {
            int pages = worker.open(bytes, mediaType, settings.openTime());
            if (page < 1 || page > pages) {
                throw new CannotRead(ReadStatus.UNREADABLE, "The document has no page " + page + ".");
            }
            return worker.draw(page, settings.pageTime());
        } catch (WorkerDied e) {
            throw new CannotRead(ReadStatus.UNREADABLE, "The page could not be drawn.");
        } finally {
            workers.giveBack(worker);
        }
    }
}

package org.ticketingos.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ticketingos.document.worker.CannotRead;

/** One document's turn at a worker, and at its successors when the document kills it. */
final class Visit {

    private static final int DEATHS_ALLOWED = 3;

    private final Workers workers;
    private final ReadingSettings settings;
    private final byte[] bytes;
    private final String mediaType;
    private final List<Page> read = new ArrayList<>();
    private final Map<Integer, String> unread = new TreeMap<>();
    private final Map<Integer, byte[]> pictures = new HashMap<>();
    private @Nullable Worker worker;
    private int deaths;

    Visit(Workers workers, ReadingSettings settings, byte[] bytes, String mediaType) {
        this.workers = workers;
        this.settings = settings;
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    int open() throws IOException, InterruptedException, CannotRead, WorkerDied {
        return open(true);
    }

    private int open(boolean again) throws IOException, InterruptedException, CannotRead, WorkerDied {
        worker = workers.lend();
        try {
            return worker.open(bytes, mediaType, settings.openTime());
        } catch (WorkerDied e) {
            end();
            if (again && !e.late()) {
                return open(false);
            }
            throw e;
        }
    }

    Outcome readAll(int pages) throws IOException, InterruptedException {
        long end = System.nanoTime() + settings.documentTime().toNanos();
        for (int page = 1; page <= pages; page++) {
            if (deaths >= DEATHS_ALLOWED || System.nanoTime() > end) {
                String why = deaths >= DEATHS_ALLOWED
                        ? "Not read: earlier pages broke the reader off."
                        : "Not read: the time for this document was up.";
                for (int rest = page; rest <= pages; rest++) {
                    unread.put(rest, why);
                }
                break;
            }
            read(page);
            draw(page);
        }
        return outcome(pages);
    }

    void end() {
        if (worker != null) {
            workers.giveBack(worker);
            worker = null;
        }
    }

    private void read(int page) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                read.add(opened().read(page, recognised() < settings.maxPagesRead(), settings.pageTime()));
                return;
            } catch (CannotRead e) {
                unread.put(page, e.sentence());
                return;
            } catch (WorkerDied e) {
                deaths++;
                end();
                unread.put(page, e.late()
                        ? "Reading this page took longer than %d s."
                                .formatted(settings.pageTime().toSeconds())
                        : "This page broke the reader off.");
                if (e.late()) {
                    return;
                }
            }
        }
    }

    private void draw(int page) throws IOException, InterruptedException {
        if (pictures.size() >= settings.maxPagesRead() || unread.containsKey(page)) {
            return;
        }
        try {
            pictures.put(page, opened().draw(page, settings.pageTime()));
        } catch (CannotRead e) {
            // The page is shown without a picture; drawing it is tried again when somebody looks at it.
        } catch (WorkerDied e) {
            deaths++;
            end();
        }
    }

    private Worker opened() throws IOException, InterruptedException, CannotRead, WorkerDied {
        if (worker == null) {
            open(true);
        }
        return Objects.requireNonNull(worker);
    }

    private long recognised() {
        return read.stream().filter(Page::ocr).count();
    }

    private Outcome outcome(int pages) {
        read.forEach(page -> unread.remove(page.number()));
        String missing = UnreadPages.sentence(unread, pages);
        if (read.isEmpty()) {
            return new Outcome(ReadStatus.UNREADABLE, missing, pages, List.of(), unread, pictures);
        }
        boolean empty = read.stream().allMatch(page -> page.words().isEmpty());
        return empty
                ? new Outcome(
                        ReadStatus.UNREADABLE,
                        "No text was found; the pages may be blank, photos or handwriting.",
                        pages,
                        List.copyOf(read),
                        unread,
                        pictures)
                : new Outcome(ReadStatus.READ, missing, pages, List.copyOf(read), unread, pictures);
    }
}

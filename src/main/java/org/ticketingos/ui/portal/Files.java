package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.channel.Attachment;
import org.ticketingos.language.Refused;
import org.ticketingos.ui.shell.Notice;

/** Files a person adds to what they write; they wait on disk, not in memory, until they are sent. */
class Files extends Div {

    static final int MOST_MEGABYTES = 25;
    static final int MOST_TOGETHER_MEGABYTES = 200;
    static final int MOST_FILES = 500;

    private static final long MEGABYTE = 1024 * 1024;

    private final Upload upload;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(String name, String mediaType, File file) {}

    Files() {
        upload = new Upload(UploadHandler.toTempFile((about, file) -> {
            file.deleteOnExit();
            taken.add(new Taken(about.fileName(), type(about.contentType()), file));
        }));
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize((int) (MOST_MEGABYTES * MEGABYTE));
        upload.setI18n(words());
        upload.addFileRejectedListener(
                rejected -> Notice.refused(rejected.getFileName() + ": " + rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> taken.stream()
                .filter(one -> one.name().equals(removed.getFileName()))
                .findFirst()
                .ifPresent(this::drop));
        upload.setWidthFull();
        Span label = new Span(say("portal.files", MOST_MEGABYTES, MOST_FILES, MOST_TOGETHER_MEGABYTES));
        label.addClassNames("small", "soft");
        add(label, upload);
        addDetachListener(left -> clear());
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    List<Attachment> taken() {
        refuseTooMuch();
        return taken.stream().map(Files::attachment).toList();
    }

    /** One after the other, each read when it is asked for. */
    Iterable<Attachment> each() {
        refuseTooMuch();
        return () -> List.copyOf(taken).stream().map(Files::attachment).iterator();
    }

    private void refuseTooMuch() {
        if (taken.stream().mapToLong(one -> one.file().length()).sum() > MOST_TOGETHER_MEGABYTES * MEGABYTE) {
            throw new Refused("portal.files.too-much", MOST_TOGETHER_MEGABYTES);
        }
    }

    void clear() {
        List.copyOf(taken).forEach(this::drop);
        upload.clearFileList();
    }

    private void drop(Taken one) {
        taken.remove(one);
        one.file().delete();
    }

    private static Attachment attachment(Taken one) {
        try {
            return new Attachment(
                    one.name(), one.mediaType(), java.nio.file.Files.readAllBytes(one.file().toPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(@Nullable String sent) {
        return sent == null ? "application/octet-stream" : sent;
    }

    private static UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(say("portal.files.add")).setMany(say("portal.files.add")));
        words.setDropFiles(
                new UploadI18N.DropFiles().setOne(say("portal.files.drop")).setMany(say("portal.files.drop")));
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(say("portal.files.too-big", MOST_MEGABYTES))
                .setTooManyFiles(say("portal.files.too-many", MOST_FILES))
                .setIncorrectFileType(say("portal.files.wrong-type")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(say("portal.files.connecting"))
                        .setStalled(say("portal.files.stalled"))
                        .setProcessing(say("portal.files.processing"))
                        .setHeld(say("portal.files.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(say("portal.files.remaining") + " ")
                        .setUnknown(say("portal.files.remaining-unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(say("portal.files.failed"))
                        .setUnexpectedServerError(say("portal.files.failed"))
                        .setForbidden(say("portal.files.failed"))));
        words.setFile(new UploadI18N.File()
                .setRetry(say("portal.files.retry"))
                .setStart(say("portal.files.start"))
                .setRemove(say("portal.files.remove")));
        return words;
    }
}

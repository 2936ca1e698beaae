package org.ticketingos.ui.portal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ticketingos.channel.Attachment;
import org.ticketingos.ui.shell.Notice;

/** Files a person adds to what they write. */
class Files extends Div {

    private static final int MOST_BYTES = 25 * 1024 * 1024;
    private static final int MOST_FILES = 20;

    private final Upload upload;
    private final Map<String, Attachment> taken = new LinkedHashMap<>();

    Files() {
        upload = new Upload(UploadHandler.inMemory((about, bytes) -> taken.put(
                about.fileName(),
                new Attachment(about.fileName(), about.contentType() == null ? "application/octet-stream"
                        : about.contentType(), bytes))));
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setI18n(words());
        upload.addFileRejectedListener(rejected -> Notice.refused(rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> taken.remove(removed.getFileName()));
        Span label = new Span("Files (scans, PDF, spreadsheets; each up to 25 MB)");
        label.addClassNames("small", "soft");
        add(label, upload);
    }

    List<Attachment> taken() {
        return List.copyOf(taken.values());
    }

    void clear() {
        taken.clear();
        upload.clearFileList();
    }

    private static UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne("Add a file").setMany("Add files"));
        words.setDropFiles(new UploadI18N.DropFiles().setOne("or drop it here").setMany("or drop them here"));
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig("This file is larger than 25 MB. Please split it.")
                .setTooManyFiles("At most " + MOST_FILES + " files can be sent at once."));
        return words;
    }
}

package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.document.ReadStatus;
import org.ticketingos.document.Reading;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;

/** The files of a ticket: what arrived and what was made, to look at and to download. */
class DocumentsPanel extends Panel {

    private final Documents documents;
    private final Papers papers;
    private final Div preview = new Div();

    DocumentsPanel(Ticket ticket, Documents documents, Papers papers) {
        super("Documents");
        this.documents = documents;
        this.papers = papers;
        List<DocumentRef> files = documents.about(ticket.id().toString());
        if (files.isEmpty()) {
            add(new Empty(VaadinIcon.FILE_O, "No file came with this request.", "Files of later messages show up here."));
        }
        Div list = new Div();
        list.addClassName("files");
        files.forEach(file -> list.add(line(file)));
        add(list, preview);
        files.stream().filter(DocumentsPanel::hasPages).findFirst().ifPresent(this::look);
    }

    private Component line(DocumentRef file) {
        Component name = file.scan().isFree() ? papers.download(file) : new Span(KeptAwayWords.of(file));
        Div line = new Div(name, new Span(size(file.size())));
        line.addClassNames("row", "small", "file");
        documents.reading(file.id()).map(Reading::status).ifPresent(status -> line.add(outcome(status)));
        if (hasPages(file)) {
            Button look = new Button("Look", VaadinIcon.EYE.create(), click -> look(file));
            look.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            look.setAriaLabel("Look at " + file.name());
            line.add(look);
        }
        return line;
    }

    private static Chip outcome(ReadStatus status) {
        return switch (status) {
            case READ -> new Chip("Read", Tone.OK);
            case UNREADABLE -> new Chip("Could not be read", Tone.WARN);
            case ENCRYPTED -> new Chip("Locked by a password", Tone.WARN);
            case UNSUPPORTED -> new Chip("Not a kind we read", Tone.PLAIN);
            case TOO_LARGE -> new Chip("Too large to read", Tone.WARN);
        };
    }

    private static boolean hasPages(DocumentRef file) {
        return Enclosed.hasPages(file);
    }

    private void look(DocumentRef file) {
        preview.removeAll();
        papers.about(List.of(file.id().toString())).ifPresent(preview::add);
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " kB" : "%.1f MB".formatted(bytes / 1048576.0);
    }
}

package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Notice;

/** Files that go with a text: uploaded now, or papers the ticket has already. */
class ComposerFiles extends Div {

    private static final int MOST_BYTES = 25 * 1024 * 1024;

    private final Ticket ticket;
    private final TicketDesk desk;
    private final Runnable changed;
    private final List<DocumentRef> chosen = new ArrayList<>();
    private final Div list = new Div();
    private final Upload upload;

    ComposerFiles(Ticket ticket, TicketDesk desk, Runnable changed) {
        this.ticket = ticket;
        this.desk = desk;
        this.changed = changed;
        upload = new Upload(UploadHandler.inMemory((about, bytes) -> take(desk.writing().attach(
                ticket.id(), about.fileName(), about.contentType() == null ? "" : about.contentType(), bytes,
                desk.user()))));
        upload.setMaxFileSize(MOST_BYTES);
        upload.setI18n(new UploadI18N().setError(new UploadI18N.Error()
                .setFileIsTooBig("This file is larger than 25 MB; mail servers refuse it. Please split it.")));
        upload.addFileRejectedListener(rejected -> Notice.refused(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        upload.setDropAllowed(false);
        upload.addClassName("quiet-upload");
        list.addClassNames("row", "tiny");
        add(list, upload);
    }

    /** Opens the browser's choice of files. */
    void choose() {
        upload.getElement().executeJs("this.shadowRoot.querySelector('#fileInput').click()");
    }

    MenuBar button() {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        MenuItem attach = bar.addItem(VaadinIcon.PAPERCLIP.create());
        attach.add(new Span("Attach"));
        attach.setAriaLabel("Attach a file");
        attach.getSubMenu().addItem(Keys.tip("A file of this computer …", Act.ATTACH)).getElement()
                .executeJs("this.addEventListener('click', () => $0.shadowRoot.querySelector('#fileInput').click())",
                        upload.getElement());
        desk.documents().about(ticket.id().toString()).forEach(paper ->
                attach.getSubMenu().addItem("Paper of the ticket: " + paper.name(), click -> take(paper)));
        return bar;
    }

    private void take(DocumentRef file) {
        if (chosen.stream().noneMatch(one -> one.id().equals(file.id()))) {
            chosen.add(file);
            show();
            changed.run();
        }
    }

    private void show() {
        list.removeAll();
        for (DocumentRef file : chosen) {
            Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
                chosen.remove(file);
                show();
                changed.run();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel("Do not send " + file.name());
            Span name = new Span(file.name() + ", " + Enclosed.size(file.size()));
            name.addClassName("anywhere");
            Div one = new Div(VaadinIcon.PAPERCLIP.create(), name, remove);
            one.addClassNames("chip", "filed");
            list.add(one);
        }
    }

    List<UUID> ids() {
        return chosen.stream().map(DocumentRef::id).toList();
    }

    void restore(List<UUID> ids) {
        chosen.clear();
        ids.forEach(id -> desk.documents().find(id).ifPresent(chosen::add));
        show();
    }
}

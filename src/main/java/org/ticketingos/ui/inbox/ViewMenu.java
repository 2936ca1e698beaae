package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.notification.Notification;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ticketingos.workflow.SavedView;

/** Saves the view as it looks, changes its columns and name, shares it, deletes it and brings it back. */
class ViewMenu extends MenuBar {

    private static final int UNDO_MILLIS = 10_000;

    private final transient InboxDesk desk;
    private final transient Supplier<SavedView> asSeen;
    private final transient Consumer<SavedView> chosen;
    private final MenuItem save;
    private final MenuItem delete;

    ViewMenu(InboxDesk desk, Supplier<SavedView> asSeen, Consumer<SavedView> chosen) {
        this.desk = desk;
        this.asSeen = asSeen;
        this.chosen = chosen;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        Span face = new Span(new Span("View"), VaadinIcon.ANGLE_DOWN.create());
        face.addClassName("view-menu");
        MenuItem root = addItem(face);
        root.setAriaLabel("View: save, columns, share, delete");
        save = root.getSubMenu().addItem("Change this view …", click -> new ViewDialog(desk, asSeen.get(), chosen).open());
        root.getSubMenu().addItem("Save as a new view …", click -> {
            SavedView seen = asSeen.get();
            new ViewDialog(desk, new SavedView(null, "", "", "", seen.whose(), seen.condition(), seen.order(),
                    seen.backwards(), seen.columns(), null, null), chosen).open();
        });
        delete = root.getSubMenu().addItem("Delete this view", click -> delete());
    }

    void about(SavedView view) {
        boolean own = view.owner().equals(desk.user().login());
        save.setEnabled(own);
        delete.setEnabled(own);
    }

    private void delete() {
        SavedView view = asSeen.get();
        UUID id = view.id();
        if (id == null) {
            return;
        }
        desk.views().delete(id, desk.user());
        chosen.accept(desk.views().of(desk.user()).get(0));
        Notification gone = new Notification();
        Button undo = new Button("Undo", click -> {
            desk.views().restore(id, desk.user());
            gone.close();
            chosen.accept(view);
        });
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div content = new Div(new Span("View \"" + view.name() + "\" deleted."), undo);
        content.addClassName("row");
        gone.add(content);
        gone.setDuration(UNDO_MILLIS);
        gone.setPosition(Notification.Position.BOTTOM_START);
        gone.open();
    }
}

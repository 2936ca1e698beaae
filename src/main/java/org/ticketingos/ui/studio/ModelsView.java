package org.ticketingos.ui.studio;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.workflow.Library;

/** The models that run the company: every diagram and every decision table. */
@Route("models")
@Menu(title = "Models", icon = "vaadin:sitemap", order = 7)
@RolesAllowed({"ANALYST", "ADMIN", "SUPERVISOR"})
class ModelsView extends Page {

    ModelsView(Library library) {
        super("Models");
        lead("What runs now: the spine, its stages, the service lines, and the tables that decide.");
        full();
        Grid<Library.Model> grid = new Grid<>();
        grid.addComponentColumn(ModelsView::link).setHeader("Model").setFlexGrow(2);
        grid.addComponentColumn(model -> model.kind() == Library.Kind.DIAGRAM
                ? new Chip(VaadinIcon.SITEMAP, "Diagram", Tone.ACCENT)
                : new Chip(VaadinIcon.TABLE, "Decision table", Tone.INFO)).setHeader("Kind").setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(Library.Model::folder).setHeader("Folder").setAutoWidth(true);
        grid.addColumn(Library.Model::version).setHeader("Version").setWidth("6rem").setFlexGrow(0);
        grid.setItems(library.models());
        grid.addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(path(click.getItem()))));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("clickable");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.setEmptyStateComponent(new Empty(VaadinIcon.SITEMAP, "No model is deployed.", "They deploy at start."));
        add(grid);
    }

    private static TwoLines link(Library.Model model) {
        TwoLines cell = new TwoLines("", model.key());
        cell.addComponentAsFirst(new Anchor(path(model), model.name()));
        return cell;
    }

    private static String path(Library.Model model) {
        return (model.kind() == Library.Kind.DIAGRAM ? "models/diagram/" : "models/table/") + model.key();
    }
}

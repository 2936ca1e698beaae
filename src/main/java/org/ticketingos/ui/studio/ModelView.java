package org.ticketingos.ui.studio;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.Library;
import org.ticketingos.workflow.Library.Kind;
import org.ticketingos.workflow.Library.Model;

/** One diagram with the number of tickets on each step, or one decision table. */
@Route("models/:kind(diagram|table)/:key")
@RolesAllowed({"ANALYST", "ADMIN", "SUPERVISOR"})
class ModelView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Library library;
    private String name = "Model";

    ModelView(Library library) {
        this.library = library;
        addClassNames("page", "full");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Kind kind = event.getRouteParameters().get("kind").orElse("").equals("table") ? Kind.TABLE : Kind.DIAGRAM;
        String key = event.getRouteParameters().get("key").orElse("");
        Model model = library.models().stream()
                .filter(one -> one.kind() == kind && one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new TicketRefused("There is no such model."));
        name = model.name();
        removeAll();
        add(head(model));
        String xml = library.xml(kind, key);
        if (kind == Kind.TABLE) {
            add(tall(new DecisionTable(xml)));
            return;
        }
        Map<String, Integer> tokens = library.tokens(key);
        int standing = tokens.values().stream().mapToInt(Integer::intValue).sum();
        Span meaning = new Span(standing == 0
                ? "No ticket stands here now. Drag to move, Ctrl and wheel to zoom, double click to open a called process."
                : Words.count(standing, "ticket") + " here now; the number on a step says how many. "
                        + "Double click opens a called process.");
        meaning.addClassNames("soft", "small");
        Diagram diagram = new Diagram(xml, "Diagram of " + name).counts(tokens);
        diagram.onOpen(this::open);
        add(meaning, tall(diagram));
    }

    private void open(String called) {
        if (library.models().stream().anyMatch(one -> one.key().equals(called))) {
            getUI().ifPresent(ui -> ui.navigate("models/diagram/" + called));
        }
    }

    private static Div head(Model model) {
        Span where = new Span(model.folder() + "/" + model.key() + " · version " + model.version());
        where.addClassNames("soft", "small");
        Anchor all = new Anchor("models", "All models");
        all.addClassName("push");
        Div head = new Div(new H1(model.name()), where, all);
        head.addClassName("page-head");
        return head;
    }

    private static Component tall(Component drawing) {
        drawing.addClassName("tall");
        return drawing;
    }

    @Override
    public String getPageTitle() {
        return name + " · TicketingOS";
    }
}

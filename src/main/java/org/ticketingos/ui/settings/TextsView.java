package org.ticketingos.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Users;
import org.ticketingos.client.Clients;
import org.ticketingos.macro.CannedText;
import org.ticketingos.macro.CannedTexts;
import org.ticketingos.macro.Fits;
import org.ticketingos.macro.Macro;
import org.ticketingos.macro.Macros;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Words;

/** Prepared texts and macros: written, changed and archived by supervisors. */
@Route("settings/texts")
@Menu(title = "Texts & macros", icon = "vaadin:magic", order = 7)
@RolesAllowed({"SUPERVISOR", "ADMIN"})
class TextsView extends Page {

    private final CannedTexts texts;
    private final Macros macros;
    private final Clients clients;
    private final Map<String, String> colleagues = new LinkedHashMap<>();
    private final Grid<CannedText> textGrid = grid();
    private final Grid<Macro> macroGrid = grid();

    TextsView(CannedTexts texts, Macros macros, Clients clients, Users users) {
        super("Texts & macros");
        this.texts = texts;
        this.macros = macros;
        this.clients = clients;
        users.all().stream().filter(user -> user.client() == null && user.active())
                .forEach(user -> colleagues.put(user.login(), user.name()));
        lead("Agents insert a text with / in an empty line of a reply, and apply a macro from the menu of a ticket.");
        columns();
        Div stack = new Div(
                new Panel("Prepared texts", textGrid).beside(add("New text", () -> edit(null))),
                new Panel("Macros", macroGrid).beside(add("New macro", () -> editMacro(null))));
        stack.addClassName("stack");
        add(stack);
        again();
    }

    private void columns() {
        textGrid.addColumn(CannedText::title).setHeader("Title").setFlexGrow(2);
        textGrid.addColumn(text -> fits(text.fits())).setHeader("For").setFlexGrow(2);
        textGrid.addColumn(text -> text.body().lines().findFirst().orElse("")).setHeader("Begins").setFlexGrow(3);
        textGrid.addComponentColumn(text -> state(text.archived())).setHeader("State").setWidth("7rem").setFlexGrow(0);
        textGrid.addItemClickListener(click -> edit(click.getItem()));
        textGrid.setEmptyStateComponent(new Empty(
                VaadinIcon.FILE_TEXT_O, "No text is prepared yet.", "\"New text\" writes the first one."));
        macroGrid.addColumn(Macro::title).setHeader("Title").setFlexGrow(2);
        macroGrid.addColumn(macro -> fits(macro.fits())).setHeader("For").setFlexGrow(2);
        macroGrid.addColumn(TextsView::does).setHeader("Does").setFlexGrow(3);
        macroGrid.addComponentColumn(macro -> state(macro.archived())).setHeader("State").setWidth("7rem").setFlexGrow(0);
        macroGrid.addItemClickListener(click -> editMacro(click.getItem()));
        macroGrid.setEmptyStateComponent(new Empty(
                VaadinIcon.MAGIC, "There is no macro yet.", "\"New macro\" makes the first one."));
    }

    private void edit(CannedText text) {
        new TextDialog(text, clients, changed -> {
            texts.save(changed, CurrentUser.get());
            again();
        }).open();
    }

    private void editMacro(Macro macro) {
        new MacroEditor(macro, clients, colleagues, changed -> {
            macros.save(changed, CurrentUser.get());
            again();
        }).open();
    }

    private void again() {
        textGrid.setItems(texts.all());
        macroGrid.setItems(macros.all());
    }

    private String fits(Fits fits) {
        String client = fits.client() == null ? "every client"
                : clients.find(fits.client()).map(one -> one.name()).orElse(fits.client().value());
        return client + ", " + (fits.line() == null ? "every line" : Words.of(fits.line()))
                + ", " + (fits.role() == null ? "everybody" : Words.text(fits.role().name()));
    }

    private static String does(Macro macro) {
        StringBuilder does = new StringBuilder();
        if (macro.kind() != null) {
            does.append(Words.text(macro.kind().name())).append("; ");
        }
        if (macro.priority() != null) {
            does.append("priority ").append(Words.text(macro.priority().name()).toLowerCase()).append("; ");
        }
        if (macro.form() != null) {
            does.append("completes ").append(macro.form()).append("; ");
        }
        if (macro.handTo() != null) {
            does.append("hands over to ").append(macro.handTo());
        }
        return does.toString().replaceAll("; $", "");
    }

    private static Chip state(boolean archived) {
        return archived ? new Chip("Archived", Tone.PLAIN) : new Chip("In use", Tone.OK);
    }

    private static Button add(String label, Runnable action) {
        Button button = new Button(label, VaadinIcon.PLUS.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.setAllRowsVisible(true);
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        return grid;
    }
}

package org.ticketingos.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.FormFiller.Box;

/** The pages a form is about, as pictures, with a box around each place a value was read from. */
public class Paper extends Div {

    private static final double[] ZOOMS = {0.5, 0.75, 1, 1.25, 1.5, 2, 3};

    private final List<Sheet> sheets;
    private final Div page = new Div();
    private final Span name = new Span();
    private final Span place = new Span();
    private final Button back = tool(VaadinIcon.ANGLE_LEFT, "Page before", () -> turn(-1));
    private final Button on = tool(VaadinIcon.ANGLE_RIGHT, "Next page", () -> turn(1));
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, Boolean> doubtful = new HashMap<>();
    private final Map<String, Div> drawn = new HashMap<>();
    private Consumer<String> pointed = key -> {};
    private int at;
    private int zoom = 2;
    private @Nullable String lit;

    /**
     * One page.
     *
     * @param document id of the stored document
     * @param number from 1
     * @param original link to the file itself
     */
    public record Sheet(String document, String name, int number, int of, Picture picture, Anchor original) {}

    /** Fetches the picture (PNG) when somebody looks. */
    public interface Picture {
        byte[] png();
    }

    public Paper(List<Sheet> sheets) {
        this.sheets = new ArrayList<>(sheets);
        name.addClassName("name");
        Div tools = new Div(name, back, place, on,
                tool(VaadinIcon.SEARCH_MINUS, "Smaller", () -> zoom(-1)),
                tool(VaadinIcon.SEARCH_PLUS, "Larger", () -> zoom(1)));
        tools.addClassName("paper-tools");
        page.addClassName("paper-page");
        Scroller scroller = new Scroller(page);
        scroller.addClassName("paper-scroll");
        addClassName("paper");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Pages of the document");
        add(tools, scroller);
        show(0);
    }

    /** Marks where the value of a field stands. */
    public void mark(String key, Box box, boolean doubt) {
        boxes.put(key, box);
        doubtful.put(key, doubt);
        show(at);
    }

    /** Tells the key of the box somebody pointed at. */
    public void onPoint(Consumer<String> pointed) {
        this.pointed = pointed;
    }

    /** Brings a field's box into sight and lights it; a field without a box darkens the one lit before. */
    public void light(String key) {
        lit = key;
        Box box = boxes.get(key);
        if (box != null) {
            for (int i = 0; i < sheets.size(); i++) {
                if (i != at && sheets.get(i).document().equals(box.document())
                        && sheets.get(i).number() == box.page()) {
                    show(i);
                }
            }
        }
        drawn.forEach((other, div) -> div.setClassName("lit", other.equals(key)));
        Div target = drawn.get(key);
        if (target != null) {
            target.getElement().executeJs("this.scrollIntoView({block: 'center', inline: 'nearest'})");
        }
    }

    private void turn(int by) {
        show(Math.max(0, Math.min(sheets.size() - 1, at + by)));
    }

    private void zoom(int by) {
        zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom + by));
        page.setWidth(percent(ZOOMS[zoom]));
    }

    private void show(int index) {
        at = index;
        Sheet sheet = sheets.get(index);
        Image image = new Image(
                DownloadHandler.fromInputStream(event -> {
                            byte[] png = sheet.picture().png();
                            return new DownloadResponse(
                                    new ByteArrayInputStream(png), "page.png", "image/png", png.length);
                        })
                        .inline(),
                "Page " + sheet.number() + " of " + sheet.name());
        page.removeAll();
        drawn.clear();
        page.add(image);
        page.setWidth(percent(ZOOMS[zoom]));
        boxes.forEach((key, box) -> {
            if (box.document().equals(sheet.document()) && box.page() == sheet.number()) {
                page.add(draw(key, box));
            }
        });
        name.removeAll();
        name.add(sheet.original());
        place.setText(sheet.of() == 1 && sheets.size() == 1 ? "" : (index + 1) + " / " + sheets.size());
        back.setVisible(sheets.size() > 1);
        on.setVisible(sheets.size() > 1);
        back.setEnabled(index > 0);
        on.setEnabled(index < sheets.size() - 1);
    }

    private Div draw(String key, Box box) {
        Div div = new Div();
        div.addClassName("box");
        div.setClassName("doubtful", doubtful.getOrDefault(key, false));
        div.setClassName("lit", key.equals(lit));
        Style style = div.getStyle();
        style.setLeft(percent(box.x()));
        style.setTop(percent(box.y()));
        style.setWidth(percent(box.width()));
        style.setHeight(percent(box.height()));
        div.addClickListener(click -> pointed.accept(key));
        drawn.put(key, div);
        return div;
    }

    private static Button tool(VaadinIcon icon, String meaning, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(meaning);
        button.setTooltipText(meaning);
        return button;
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.3f%%", fraction * 100);
    }
}

package org.ticketingos.ui.form;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.dom.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.FormFiller.Box;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;

/**
 * The pages a form is about, as pictures, with a box around each place a value was read from; turned, enlarged, or as
 * text for those who cannot see the picture.
 */
@Tag("ticket-paper")
@JsModule("./paper.ts")
public class Paper extends Div {

    /** Letters lower than this on the screen are hard to read, in pixels. */
    private static final double LEGIBLE = 13;

    private static final int FULL_WIDTH = 2;
    private static final int CLOSE = 4;
    private static final double[] ZOOMS = {0.5, 0.75, 1, 1.25, 1.5, 2, 3};

    private final List<Sheet> sheets;
    private final Div page = new Div();
    private final Span name = new Span();
    private final Span place = new Span();
    private final Button back = tool(VaadinIcon.ANGLE_LEFT, Act.PREVIOUS_PAGE, () -> turn(-1));
    private final Button on = tool(VaadinIcon.ANGLE_RIGHT, Act.NEXT_PAGE, () -> turn(1));
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, Boolean> doubtful = new HashMap<>();
    private final Map<String, Div> drawn = new HashMap<>();
    private Consumer<String> pointed = key -> {};
    private int at;
    private boolean joined;
    private int zoom = FULL_WIDTH;
    private int quarters;
    private boolean asText;
    private Consumer<Box> picked = box -> {};
    private @Nullable String lit;

    /**
     * One page.
     *
     * @param document id of the stored document
     * @param number from 1
     * @param picture address of the page's picture
     * @param original link to the file itself
     */
    public record Sheet(
            String document, String name, int number, int of, String picture, Words words, Anchor original) {

        /** A page without a text to show. */
        public Sheet(String document, String name, int number, int of, String picture, Anchor original) {
            this(document, name, number, of, picture, List::of, original);
        }
    }

    /** What was read on a page, line by line. */
    public interface Words {
        List<String> lines();
    }

    public Paper(List<Sheet> sheets) {
        this.sheets = new ArrayList<>(sheets);
        name.addClassName("name");
        Div tools = new Div(name, back, place, on,
                tool(VaadinIcon.SEARCH_MINUS, Act.ZOOM_OUT, () -> zoom(zoom - 1)),
                tool(VaadinIcon.SEARCH_PLUS, Act.ZOOM_IN, () -> zoom(zoom + 1)),
                tool(VaadinIcon.ARROWS_LONG_H, Act.FIT_WIDTH, () -> zoom(FULL_WIDTH)),
                tool(VaadinIcon.ROTATE_RIGHT, Act.ROTATE, this::rotate),
                tool(VaadinIcon.TEXT_LABEL, Act.TEXT_VIEW, this::text));
        tools.addClassName("paper-tools");
        page.addClassName("paper-page");
        Scroller scroller = new Scroller(page);
        scroller.addClassName("paper-scroll");
        addClassName("paper");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Pages of the document");
        add(tools, scroller);
        place.getElement().setAttribute("role", "status");
        Keys.bind(this, Act.NEXT_DOCUMENT, () -> document(1));
        Keys.bind(this, Act.PREVIOUS_DOCUMENT, () -> document(-1));
        getElement()
                .addEventListener("place-picked", event -> {
                    var data = event.getEventData();
                    picked.accept(new Box(
                            sheets.get(at).document(),
                            sheets.get(at).number(),
                            data.getNumber("event.detail.x"),
                            data.getNumber("event.detail.y"),
                            data.getNumber("event.detail.width"),
                            data.getNumber("event.detail.height")));
                })
                .addEventData("event.detail.x")
                .addEventData("event.detail.y")
                .addEventData("event.detail.width")
                .addEventData("event.detail.height");
        show(0);
    }

    /** Tells the place somebody clicked, without a size, or drew a box around. */
    public void onPick(Consumer<Box> picked) {
        this.picked = picked;
        joined = true;
    }

    /** Where a field's value stands. */
    Optional<Box> box(String key) {
        return Optional.ofNullable(boxes.get(key));
    }

    /** The field whose box lies under a point. */
    Optional<String> pointedAt(Box point) {
        return boxes.entrySet().stream()
                .filter(one -> holds(one.getValue(), point))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean holds(Box box, Box point) {
        return box.document().equals(point.document()) && box.page() == point.page()
                && point.x() >= box.x() && point.x() <= box.x() + box.width()
                && point.y() >= box.y() && point.y() <= box.y() + box.height();
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
            reveal(target);
        }
    }

    private void reveal(Div target) {
        getElement().callJsFunction("reveal", target.getElement()).then(Double.class, height -> {
            if (height > 0 && height < LEGIBLE && zoom < CLOSE) {
                zoom(zoom + 1);
                reveal(target);
            }
        });
    }

    private void turn(int by) {
        show(Math.max(0, Math.min(sheets.size() - 1, at + by)));
    }

    /** To the first page of another document. */
    private void document(int by) {
        String now = sheets.get(at).document();
        List<String> documents = sheets.stream().map(Sheet::document).distinct().toList();
        int wanted = documents.indexOf(now) + by;
        if (wanted >= 0 && wanted < documents.size()) {
            for (int i = sheets.size() - 1; i >= 0; i--) {
                at = sheets.get(i).document().equals(documents.get(wanted)) ? i : at;
            }
            show(at);
        }
    }

    private void zoom(int to) {
        zoom = Math.max(0, Math.min(ZOOMS.length - 1, to));
        page.setWidth(percent(ZOOMS[zoom]));
        getElement().callJsFunction("turn", quarters);
    }

    private void rotate() {
        quarters = (quarters + 1) % 4;
        getElement().callJsFunction("turn", quarters);
    }

    private void text() {
        asText = !asText;
        show(at);
    }

    private static Div lines(Sheet sheet) {
        List<String> lines = sheet.words().lines();
        Div text = new Div(lines.isEmpty() ? "No text is known of this page." : String.join("\n", lines));
        text.addClassName("paper-text");
        text.getElement().setAttribute("role", "document");
        text.getElement().setAttribute("aria-label", "Text of page " + sheet.number() + " of " + sheet.name());
        text.getElement().setAttribute("tabindex", "0");
        return text;
    }

    private void show(int index) {
        at = index;
        Sheet sheet = sheets.get(index);
        Image image = new Image(sheet.picture(), "Page " + sheet.number() + " of " + sheet.name());
        page.removeAll();
        drawn.clear();
        page.setClassName("as-text", asText);
        page.add(asText ? lines(sheet) : image);
        page.setWidth(percent(ZOOMS[zoom]));
        boxes.forEach((key, box) -> {
            if (!asText && box.document().equals(sheet.document()) && box.page() == sheet.number()) {
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
        if (!joined) {
            div.addClickListener(click -> pointed.accept(key));
        }
        drawn.put(key, div);
        return div;
    }

    private Button tool(VaadinIcon icon, Act act, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(act.label());
        button.setTooltipText(Keys.tip(act));
        Keys.bind(this, act, action::run);
        return button;
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.3f%%", fraction * 100);
    }
}

package org.ticketingos.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ticketingos.ticket.FormFiller.Box;
import org.ticketingos.ticket.FormFiller.Content;
import org.ticketingos.ticket.FormFiller.Hint;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.workflow.Form;
import org.ticketingos.workflow.FormField;

/**
 * The form of a human step. Each proposal shows why it is proposed; doubtful ones stop the cursor, Enter confirms them
 * and goes on; a finding stands beside its field.
 */
@Tag("ticket-form")
@JsModule("./form.ts")
@JsModule("./kept.ts")
public class FormView extends Div {

    /** Columns of a form's full width. */
    private static final int FULL = 16;

    private final Form form;
    private final Content content;
    private final boolean readOnly;
    private final Map<String, Drawn> fields = new LinkedHashMap<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Findings findings = new Findings(this::focus);
    private Consumer<String> focused = key -> {};
    private String at = "";
    private int filled;

    public FormView(Form form, Content content, Map<String, Object> values, boolean readOnly) {
        this.form = form;
        this.content = content;
        this.readOnly = readOnly;
        addClassName("form");
        form.fields().forEach(this::draw);
        write(values);
        if (!readOnly) {
            listen();
        }
    }

    private void draw(FormField field) {
        if (field.type() == FormField.Type.TEXT) {
            Paragraph text = new Paragraph(field.label());
            text.addClassNames("soft", "small");
            place(text, FULL);
            return;
        }
        Map<String, String> choices = Drawing.choices(field, field.key(), content.options());
        Drawn drawn = drawn(field, choices);
        fields.put(field.key(), drawn);
        boolean typed = !readOnly && !field.hidden() && !field.readOnly();
        Cell cell = new Cell(field, drawn, typed ? content.hints().get(field.key()) : null, choices,
                content.values());
        cells.put(field.key(), cell);
        cell.onPicked(this::tellChange);
        drawn.changes().accept(() -> {
            cell.typed();
            tellChange();
        });
        place(cell, field.columns());
    }

    /** The left half of a form offers other values to the right, so that the page beside it stays in sight. */
    private <C extends Component & HasStyle> void place(C cell, int columns) {
        filled = filled + columns > FULL ? 0 : filled;
        cell.setClassName("at-left", filled < FULL / 2 && columns < FULL);
        filled += columns;
        cell.getStyle().set("grid-column", "span " + columns);
        add(cell);
    }

    private Drawn drawn(FormField field, Map<String, String> choices) {
        if (field.hidden()) {
            return Drawing.unseen();
        }
        if (field.type() == FormField.Type.LIST) {
            return new Rows(field, content.options(), readOnly).drawn();
        }
        return readOnly || field.readOnly()
                ? Drawing.readOut(field, choices)
                : Drawing.field(field, field.key(), choices);
    }

    private void listen() {
        getElement()
                .addEventListener("field-focus", event -> {
                    at = event.getEventData().getString("event.detail.key");
                    cell(at).ifPresent(Cell::see);
                    focused.accept(at);
                })
                .addEventData("event.detail.key");
        getElement()
                .addEventListener("field-confirm", event ->
                        cell(event.getEventData().getString("event.detail.key")).ifPresent(Cell::confirm))
                .addEventData("event.detail.key");
        for (int number = 1; number <= 9; number++) {
            int one = number;
            Keys.bind(this, Act.candidate(number), () -> cell(at).ifPresent(cell -> cell.pick(one)));
        }
        Keys.bind(this, Act.NEXT_CANDIDATE, () -> cell(at).ifPresent(Cell::pickNext));
        Keys.bind(this, Act.ABSENT, () -> cell(at).ifPresent(cell -> {
            cell.put(null, "not on the document");
            cell.confirm();
        }));
    }

    private Optional<Cell> cell(String key) {
        return Optional.ofNullable(cells.get(key));
    }

    private void tellChange() {
        arrange();
        listeners.forEach(Runnable::run);
    }

    /** Shows a field that depends on another only where it means something. */
    private void arrange() {
        Map<String, Object> now = new LinkedHashMap<>();
        fields.forEach((key, field) -> now.put(key, field.read().get()));
        cells.values().forEach(cell -> {
            cell.setVisible(cell.field().isAsked(now));
            cell.add(now);
        });
    }

    /** Tells which field the cursor stands in. */
    public void onFocus(Consumer<String> focused) {
        this.focused = focused;
    }

    /** Tells that something was typed or chosen. */
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    /** Puts the cursor into a field. */
    public void focus(String key) {
        Drawn field = fields.get(key);
        if (field != null) {
            field.focus();
            return;
        }
        for (Drawn one : fields.values()) {
            if (one.component() instanceof Rows rows && rows.focus(key)) {
                return;
            }
        }
    }

    /** Puts the cursor where a person is needed first: in a row to judge, a doubtful field, an empty one. */
    public void begin() {
        for (Drawn field : fields.values()) {
            if (field.component() instanceof Rows rows && rows.begin()) {
                return;
            }
        }
        Optional<Cell> doubtful = cells.values().stream().filter(Cell::isDoubtful).findFirst();
        if (doubtful.isEmpty()) {
            for (Drawn field : fields.values()) {
                if (field.component() instanceof Rows rows && rows.beginFilled()) {
                    return;
                }
            }
        }
        doubtful.or(() -> cells.values().stream()
                        .filter(cell -> cell.isVisible() && cell.drawn().isBlank())
                        .findFirst())
                .ifPresent(cell -> cell.drawn().focus());
    }

    /** Doubtful fields nobody has been to yet, by key. */
    public List<String> unseen() {
        return cells.entrySet().stream().filter(one -> one.getValue().isUnseen()).map(Map.Entry::getKey).toList();
    }

    /** What stands in the form now; fields left blank are missing. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            Object value = field.read().get();
            if (value != null && cells.get(key).isVisible()) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Puts other values in, such as a draft or what was proposed at first. */
    public void write(Map<String, Object> values) {
        fields.forEach((key, field) -> field.write().accept(values.get(key)));
        arrange();
    }

    /** Puts one value in for the person. */
    public void write(String key, Object value) {
        cell(key).ifPresent(cell -> {
            cell.drawn().write().accept(value);
            tellChange();
        });
    }

    /** Leaves everything to be read and copied, and nothing to be changed. */
    public void freeze() {
        addClassName("frozen");
        fields.values().forEach(Drawn::freeze);
    }

    /** Puts each finding beside its field, all of them in a list above, and the cursor into the first. */
    public void show(Map<String, String> found) {
        fields.values().forEach(field -> field.complain().accept(found));
        findings.show(form, found);
        if (!findings.isAttached() && !found.isEmpty()) {
            addComponentAsFirst(findings);
        }
        for (FormField field : form.fields()) {
            Optional<String> first = found.keySet().stream()
                    .filter(place -> place.equals(field.key()) || place.startsWith(field.key() + "["))
                    .findFirst();
            if (first.isPresent()) {
                focus(first.get());
                return;
            }
        }
    }

    /** Marks on the page where each value was read, and joins page and form: what is pointed at here lights up there. */
    public void join(Paper paper) {
        content.hints().forEach((key, hint) -> {
            if (hint.box() != null) {
                paper.mark(key, hint.box(), cell(key).map(Cell::isDoubtful).orElse(false));
            }
        });
        paper.onPoint(this::focus);
        Consumer<String> before = focused;
        focused = key -> {
            before.accept(key);
            paper.light(key);
        };
    }

    /** The same, and what is pointed at on the page is read into the field the cursor stands in. */
    public void join(Paper paper, PlaceReader reader) {
        join(paper);
        paper.onPick(place -> {
            Optional<Box> box = place.width() == 0 ? reader.word(place) : Optional.of(place);
            if (at.isEmpty()) {
                paper.pointedAt(place).ifPresent(this::focus);
            } else if (box.isEmpty()) {
                Notice.refused("No word is known there. Draw a box around it, and it is read again.");
            } else {
                read(paper, reader, box.get(), false);
            }
        });
        Keys.bind(this, Act.REREAD, () -> paper.box(at).ifPresentOrElse(
                box -> read(paper, reader, box, true),
                () -> Notice.refused("It is not known where on the page this stands. Draw a box around it.")));
    }

    private void read(Paper paper, PlaceReader reader, Box box, boolean fresh) {
        String key = at;
        Cell cell = cells.get(key);
        if (cell == null) {
            return;
        }
        paper.mark(key, box, false);
        paper.light(key);
        var known = reader.known(box);
        if (!fresh && known.confidence() >= Cell.DOUBT) {
            cell.put(reader.value(key, known.text()), "read from the page");
            return;
        }
        cell.waiting(true);
        reader.fresh(box, again -> {
            cell.waiting(false);
            var best = again.text().isEmpty() && !fresh ? known : again;
            if (best.text().isEmpty()) {
                cell.fail(best.reason());
            } else {
                cell.put(reader.value(key, best.text()), "read again from the page");
            }
        });
    }
}

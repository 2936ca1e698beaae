package org.ticketingos.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyNotifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ticketingos.ticket.FormFiller.Content;
import org.ticketingos.ticket.FormFiller.Hint;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.Form;
import org.ticketingos.workflow.FormField;

/**
 * The form of a human step. Each proposal shows why it is proposed; doubtful ones stop the cursor; a finding stands
 * beside its field.
 */
public class FormView extends Div {

    /** Below this confidence, of 100, a proposal is doubtful and Enter stops there. */
    private static final int DOUBT = 85;

    /** Columns of a form's full width. */
    private static final int FULL = 16;

    private final Form form;
    private final Content content;
    private final boolean readOnly;
    private final Map<String, Drawn> fields = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();
    private Consumer<String> focused = key -> {};

    public FormView(Form form, Content content, Map<String, Object> values, boolean readOnly) {
        this.form = form;
        this.content = content;
        this.readOnly = readOnly;
        addClassName("form");
        form.fields().forEach(this::draw);
        fields.forEach((key, field) -> field.write().accept(values.get(key)));
    }

    private void draw(FormField field) {
        if (field.type() == FormField.Type.TEXT) {
            Paragraph text = new Paragraph(field.label());
            text.addClassNames("soft", "small");
            place(text, FULL);
            return;
        }
        Drawn drawn = drawn(field);
        fields.put(field.key(), drawn);
        Div cell = new Div(drawn.component());
        cell.addClassName("form-field");
        Hint hint = content.hints().get(field.key());
        if (hint != null && !readOnly) {
            cell.add(evidence(hint));
            if (hint.confidence() < DOUBT) {
                cell.addClassName("doubtful");
                doubtful.add(field.key());
            }
        }
        place(cell, field.columns());
        listen(field.key(), drawn.component());
    }

    private void place(Component cell, int columns) {
        cell.getStyle().set("grid-column", "span " + columns);
        add(cell);
    }

    private Drawn drawn(FormField field) {
        if (field.hidden()) {
            return Drawing.unseen();
        }
        if (field.type() == FormField.Type.LIST) {
            return new Rows(field, content.options(), readOnly).drawn();
        }
        Map<String, String> choices = Drawing.choices(field, field.key(), content.options());
        return readOnly || field.readOnly()
                ? Drawing.readOut(field, choices)
                : Drawing.field(field, field.key(), choices);
    }

    private static Div evidence(Hint hint) {
        Div evidence = new Div();
        evidence.addClassName("evidence");
        Tone tone = hint.confidence() >= DOUBT ? Tone.OK : hint.confidence() >= 60 ? Tone.WARN : Tone.BAD;
        Chip confidence = new Chip(hint.confidence() + " % sure", tone);
        evidence.add(confidence);
        hint.evidence().forEach(fact -> evidence.add(new Chip(fact, Tone.PLAIN)));
        return evidence;
    }

    private void listen(String key, Component component) {
        if (component instanceof FocusNotifier<?> focusable) {
            focusable.addFocusListener(focus -> focused.accept(key));
        }
        if (component instanceof TextField text) {
            ((KeyNotifier) text).addKeyDownListener(Key.ENTER, press -> onFrom(key));
        }
    }

    /** Enter confirms a field and goes on to the next one that is doubtful; without doubt, to the next empty one. */
    private void onFrom(String key) {
        List<String> keys = List.copyOf(fields.keySet());
        int from = keys.indexOf(key);
        doubtful.remove(key);
        keys.stream()
                .skip(from + 1L)
                .filter(next -> doubtful.contains(next) || doubtful.isEmpty() && fields.get(next).isBlank())
                .findFirst()
                .ifPresent(this::focus);
    }

    /** Tells which field the cursor stands in. */
    public void onFocus(Consumer<String> focused) {
        this.focused = focused;
    }

    /** Tells that something was typed. */
    public void onChange(Runnable changed) {
        fields.values().forEach(field -> field.changes().accept(changed));
    }

    /** Puts the cursor into a field. */
    public void focus(String key) {
        Drawn field = fields.get(key);
        if (field != null) {
            field.focus();
        }
    }

    /** Puts the cursor where a person is needed first: in a row to judge, a doubtful field, an empty one. */
    public void begin() {
        for (Drawn field : fields.values()) {
            if (field.component() instanceof Rows rows && rows.begin()) {
                return;
            }
        }
        String first = doubtful.isEmpty()
                ? fields.keySet().stream().filter(key -> fields.get(key).isBlank()).findFirst().orElse("")
                : doubtful.get(0);
        focus(first);
    }

    /** What stands in the form now; fields left blank are missing. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            Object value = field.read().get();
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Puts each finding beside its field and the cursor into the first. */
    public void show(Map<String, String> findings) {
        fields.values().forEach(field -> field.complain().accept(findings));
        for (FormField field : form.fields()) {
            for (String place : findings.keySet()) {
                if (place.equals(field.key())) {
                    focus(place);
                    return;
                }
                if (place.startsWith(field.key() + "[")
                        && fields.get(field.key()).component() instanceof Rows rows && rows.focus(place)) {
                    return;
                }
            }
        }
    }

    /** Marks on the page where each value was read, and joins page and form: what is pointed at here lights up there. */
    public void join(Paper paper) {
        content.hints().forEach((key, hint) -> {
            if (hint.box() != null) {
                paper.mark(key, hint.box(), doubtful.contains(key));
            }
        });
        paper.onPoint(this::focus);
        Consumer<String> before = focused;
        focused = key -> {
            before.accept(key);
            paper.light(key);
        };
    }
}

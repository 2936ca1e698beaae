package org.ticketingos.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.FormField;

/** A list field: rows of small fields, added and removed where the form allows it. */
class Rows extends Div {

    private final FormField list;
    private final Map<String, Map<String, String>> options;
    private final boolean readOnly;
    private final List<Row> rows = new ArrayList<>();
    private final Div body = new Div();
    private final Span count = new Span();
    private final Span finding = new Span();
    private Runnable changed = () -> {};

    private record Row(Div box, Map<String, Drawn> cells) {}

    Rows(FormField list, Map<String, Map<String, String>> options, boolean readOnly) {
        this.list = list;
        this.options = options;
        this.readOnly = readOnly;
        count.addClassNames("soft", "tiny");
        Div head = new Div(new Span(list.label()), count);
        head.addClassName("rows-head");
        body.addClassName("rows");
        finding.getStyle().setColor("var(--lumo-error-text-color)");
        finding.addClassName("tiny");
        add(head, finding, body);
        if (list.rowsMayChange() && !readOnly) {
            Button more = new Button("Add a row", VaadinIcon.PLUS.create(), click -> {
                append(Map.of());
                changed.run();
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            add(more);
        }
        tellCount();
    }

    Drawn drawn() {
        return new Drawn(this, this::values, this::show, this::complain, listener -> changed = listener);
    }

    private void show(@Nullable Object value) {
        body.removeAll();
        rows.clear();
        if (value instanceof List<?> given) {
            given.stream().filter(Map.class::isInstance).map(Map.class::cast).forEach(this::append);
        }
        tellCount();
    }

    private void append(Map<?, ?> values) {
        int index = rows.size();
        Map<String, Drawn> cells = new LinkedHashMap<>();
        Div box = new Div();
        box.addClassName("one");
        for (FormField field : list.fields()) {
            Drawn cell = cell(field, list.key() + "[" + index + "]." + field.key());
            cell.write().accept(values.get(field.key()));
            cell.changes().accept(() -> {
                arrange(cells);
                changed.run();
            });
            cell.component().getElement().setAttribute("data-key", list.key() + "[" + index + "]." + field.key());
            if (field.required()) {
                cell.component().getElement().setAttribute("data-needed", "");
            }
            cell.component().getStyle().set("grid-column", "span " + field.columns());
            cell.component().getElement().setAttribute("data-field", field.key());
            cells.put(field.key(), cell);
            if (!field.readOnly() || values.get(field.key()) != null) {
                box.add(cell.component());
            }
        }
        if (list.rowsMayChange() && !readOnly) {
            box.add(remove(box));
        }
        arrange(cells);
        rows.add(new Row(box, cells));
        body.add(box);
        tellCount();
    }

    /** Shows a cell that depends on another of its row only where it means something. */
    private void arrange(Map<String, Drawn> cells) {
        Map<String, Object> now = new LinkedHashMap<>();
        cells.forEach((key, cell) -> now.put(key, cell.read().get()));
        list.fields().stream()
                .filter(FormField::isConditional)
                .forEach(field -> cells.get(field.key()).component().setVisible(field.isAsked(now)));
    }

    void freeze() {
        rows.forEach(row -> {
            row.cells().values().forEach(Drawn::freeze);
            row.box().getChildren().filter(Button.class::isInstance).forEach(button -> button.setVisible(false));
        });
        getChildren().filter(Button.class::isInstance).forEach(button -> button.setVisible(false));
    }

    private Drawn cell(FormField field, String place) {
        Map<String, String> choices = Drawing.choices(field, list.key() + "." + field.key(), options);
        if (field.hidden()) {
            return Drawing.unseen();
        }
        return field.readOnly() || readOnly
                ? Drawing.readOut(field, choices)
                : Drawing.cell(field, place, choices);
    }

    /** Puts the cursor into the first cell a person has to fill; false where there is none. */
    boolean begin() {
        for (Row row : rows) {
            for (FormField field : list.fields()) {
                Drawn cell = row.cells().get(field.key());
                if (field.required() && !field.hidden() && cell.isBlank() && cell.focus()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The same where every row came with a value that is to be looked at, as in corrections. */
    boolean beginFilled() {
        if (list.rowsMayChange() || readOnly || rows.isEmpty()) {
            return false;
        }
        return list.fields().stream()
                .filter(field -> field.required() && !field.hidden() && !field.readOnly())
                .findFirst()
                .map(field -> rows.get(0).cells().get(field.key()).focus())
                .orElse(false);
    }

    private Button remove(Div box) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            List<Map<String, Object>> kept = new ArrayList<>();
            rows.stream().filter(row -> row.box() != box).forEach(row -> kept.add(values(row)));
            show(kept);
            changed.run();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel("Remove this row");
        remove.addClassName("row-end");
        return remove;
    }

    private @Nullable Object values() {
        List<Map<String, Object>> values = rows.stream().map(this::values).toList();
        return values.isEmpty() ? null : values;
    }

    private Map<String, Object> values(Row row) {
        Map<String, Object> now = new LinkedHashMap<>();
        row.cells().forEach((key, cell) -> now.put(key, cell.read().get()));
        Map<String, Object> values = new LinkedHashMap<>();
        list.fields().stream().filter(field -> field.isAsked(now)).map(FormField::key).forEach(key -> {
            Object value = now.get(key);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private void complain(Map<String, String> findings) {
        finding.setText(Objects.requireNonNullElse(findings.get(list.key()), ""));
        rows.forEach(row -> row.cells().values().forEach(cell -> cell.complain().accept(findings)));
    }

    /** Puts the cursor into the cell a finding names. */
    boolean focus(String place) {
        for (int i = 0; i < rows.size(); i++) {
            for (Map.Entry<String, Drawn> cell : rows.get(i).cells().entrySet()) {
                if (place.equals(list.key() + "[" + i + "]." + cell.getKey())) {
                    return cell.getValue().focus();
                }
            }
        }
        return false;
    }

    private void tellCount() {
        count.setText(rows.isEmpty() ? "none" : Words.count(rows.size(), "row"));
    }
}

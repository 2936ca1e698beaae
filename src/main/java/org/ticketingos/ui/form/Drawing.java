package org.ticketingos.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ui.shell.Kept;
import org.ticketingos.workflow.FormField;

/** Draws single fields of a form. */
final class Drawing {

    /** Milliseconds without a key: long enough to think of the next word, short enough to lose nothing. */
    private static final int PAUSE = 600;

    private Drawing() {}

    /**
     * Draws a field.
     *
     * @param place its key, in a list {@code items[2].value}
     * @param choices value to label; the form's own or the ticket's
     */
    static Drawn field(FormField field, String place, Map<String, String> choices) {
        Drawn drawn = switch (field.type()) {
            case TEXTAREA -> text(place, new TextArea(field.label()));
            case SELECT -> select(field, place, choices);
            case RADIO -> radio(field, place, choices);
            case CHECKBOX -> Drawn.of(place, new Checkbox(field.label()), value -> value, Boolean.class::cast);
            case DATE -> date(field, place);
            default -> text(field, place);
        };
        Component component = drawn.component();
        if (component instanceof HasValidation checked) {
            checked.setManualValidation(true);
        }
        if (!field.description().isEmpty()) {
            component.getElement().setProperty("helperText", field.description());
        }
        if (component instanceof HasValidationProperties && field.required()) {
            component.getElement().setProperty("required", true);
        }
        return drawn;
    }

    /** A field in a row: its description inside it, a choice of two as two buttons, so that rows stay low. */
    static Drawn cell(FormField field, String place, Map<String, String> choices) {
        if (field.type() == FormField.Type.SELECT && field.required() && choices.size() == 2) {
            return radio(field, place, choices);
        }
        Drawn drawn = field(field, place, choices);
        if (!field.description().isEmpty() && drawn.component() instanceof HasPlaceholder open) {
            drawn.component().getElement().removeProperty("helperText");
            open.setPlaceholder(field.description());
        }
        return drawn;
    }

    /** A value that can be looked at and not changed. */
    static Drawn readOut(FormField field, Map<String, String> choices) {
        Element name = new Element("small");
        name.setText(field.label());
        Span shown = new Span("–");
        shown.getElement().setAttribute("dir", "auto");
        Div cell = new Div();
        cell.addClassName("read");
        cell.getElement().appendChild(name, shown.getElement());
        Object[] kept = {null};
        return new Drawn(
                cell,
                () -> kept[0],
                value -> {
                    kept[0] = value;
                    shown.setText(value == null || value.toString().isBlank()
                            ? "–"
                            : choices.getOrDefault(value.toString(), value.toString()));
                },
                findings -> {},
                listener -> {});
    }

    /** A value that travels with its row unseen. */
    static Drawn unseen() {
        Div nothing = new Div();
        nothing.setVisible(false);
        Object[] kept = {null};
        return new Drawn(nothing, () -> kept[0], value -> kept[0] = value, findings -> {}, listener -> {});
    }

    private static Drawn text(FormField field, String place) {
        TextField text = new TextField(field.label());
        if (field.type() == FormField.Type.NUMBER) {
            text.getElement().setAttribute("inputmode", "decimal");
        }
        pausing(text, place);
        return Drawn.of(place, text, value -> value, Object::toString);
    }

    private static Drawn text(String place, TextArea area) {
        area.setMinRows(2);
        pausing(area, place);
        return Drawn.of(place, area, value -> value, Object::toString);
    }

    /** Tells what is typed whenever the hands rest, so that the draft is never older than that. */
    private static <C extends Component & HasValueChangeMode> void pausing(C field, String place) {
        Kept.field(field, place);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
    }

    private static Drawn select(FormField field, String place, Map<String, String> choices) {
        ComboBox<String> box = new ComboBox<>(field.label());
        box.setItems(List.copyOf(choices.keySet()));
        box.setItemLabelGenerator(value -> choices.getOrDefault(value, value));
        box.setClearButtonVisible(!field.required());
        return Drawn.of(place, box, value -> value, value -> known(choices, value));
    }

    private static Drawn radio(FormField field, String place, Map<String, String> choices) {
        RadioButtonGroup<String> group = new RadioButtonGroup<>(field.label());
        group.setItems(List.copyOf(choices.keySet()));
        group.setItemLabelGenerator(value -> choices.getOrDefault(value, value));
        return Drawn.of(place, group, value -> value, value -> known(choices, value));
    }

    /** A draft may hold a choice that is gone since; it is then open again. */
    private static @Nullable String known(Map<String, String> choices, Object value) {
        return choices.containsKey(value.toString()) ? value.toString() : null;
    }

    private static Drawn date(FormField field, String place) {
        DatePicker picker = new DatePicker(field.label());
        DatePicker.DatePickerI18n words = new DatePicker.DatePickerI18n();
        words.setDateFormats("yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy");
        picker.setI18n(words);
        picker.setPlaceholder("yyyy-mm-dd");
        picker.setAutoOpen(false);
        return Drawn.of(place, picker, LocalDate::toString, Drawing::day);
    }

    private static @Nullable LocalDate day(Object value) {
        try {
            return LocalDate.parse(value.toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The choices of a field: the ticket's where it has some, else the form's. */
    static Map<String, String> choices(FormField field, String name, Map<String, Map<String, String>> options) {
        return new LinkedHashMap<>(options.getOrDefault(name, field.options()));
    }
}

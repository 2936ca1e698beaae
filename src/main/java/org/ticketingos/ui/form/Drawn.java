package org.ticketingos.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One field on the screen: plain values in and out, a sentence when its value cannot be taken.
 *
 * @param read its value as the server takes it; null when nothing is typed
 */
record Drawn(
        Component component,
        Supplier<@Nullable Object> read,
        Consumer<@Nullable Object> write,
        Consumer<Map<String, String>> complain,
        Consumer<Runnable> changes) {

    /** A field of one value. */
    static <C extends Component & HasValue<?, V>, V> Drawn of(
            String place, C field, Function<V, @Nullable Object> out, Function<Object, V> in) {
        return new Drawn(
                field,
                () -> field.isEmpty() ? null : out.apply(field.getValue()),
                value -> {
                    if (value == null) {
                        field.clear();
                    } else {
                        field.setValue(in.apply(value));
                    }
                },
                findings -> complain(field, findings.get(place)),
                listener -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        complain(field, null);
                        listener.run();
                    }
                }));
    }

    private static void complain(Component field, @Nullable String sentence) {
        if (field instanceof HasValidationProperties checked) {
            checked.setErrorMessage(sentence == null ? "" : sentence);
            checked.setInvalid(sentence != null);
        }
    }

    boolean focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
            return true;
        }
        if (component instanceof RadioButtonGroup<?>) {
            component.getElement().executeJs(
                    "(this.querySelector('vaadin-radio-button[checked]')||this.querySelector('vaadin-radio-button'))?.focus()");
            return true;
        }
        return false;
    }

    /**
     * Leaves the value to be read and copied. Only the browser is told: what was typed a moment ago is still on its
     * way, and a field that is read-only on the server would answer it by putting the old value back.
     */
    void freeze() {
        if (component instanceof Rows rows) {
            rows.freeze();
        } else if (component instanceof HasValue<?, ?>) {
            component.getElement().executeJs("this.readonly = true");
        }
    }

    boolean isBlank() {
        return read.get() == null;
    }
}

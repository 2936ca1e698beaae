package org.ticketingos.ui.portal;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ticketingos.delivery.ItemVerdict;
import org.ticketingos.delivery.SignOffView;

/** Accepts delivered work, or sends it back with a reason for each wrong item; the same with and without a log-in. */
class DecisionForm extends Div {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_COMMENT = 4_000;

    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final TextArea comment = new TextArea(say("portal.decide.comment"));
    private final Runnable changed;

    /** Takes what was decided. */
    interface Taker {
        void take(boolean accept, String comment, List<ItemVerdict> items);
    }

    private record Row(Checkbox wrong, TextField reason) {}

    /** @param changed called after each change, to keep a draft */
    DecisionForm(List<SignOffView.Item> items, Taker taker, Runnable changed) {
        this.changed = changed;
        addClassName("stack");
        add(new Span(say("portal.decide.how")));
        Div list = new Div();
        list.addClassName("verdicts");
        items.forEach(item -> list.add(row(item)));
        comment.setWidthFull();
        comment.setMaxLength(LONGEST_COMMENT);
        comment.setHelperText(say("portal.decide.comment.needed"));
        comment.setManualValidation(true);
        comment.setValueChangeMode(ValueChangeMode.LAZY);
        comment.addValueChangeListener(change -> changed.run());
        Button accept = new Button(say("portal.decide.accept"), VaadinIcon.CHECK.create(), click -> decide(true, taker));
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button back = new Button(
                say("portal.decide.reject"), VaadinIcon.ARROW_BACKWARD.create(), click -> decide(false, taker));
        Div choice = new Div(accept, back);
        choice.addClassName("big-choice");
        add(list, comment, choice);
    }

    private Div row(SignOffView.Item item) {
        Checkbox wrong = new Checkbox(say("portal.decide.wrong", item.label()));
        TextField reason = new TextField(say("portal.decide.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setVisible(false);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(change -> changed.run());
        wrong.addValueChangeListener(change -> {
            reason.setVisible(change.getValue());
            if (change.isFromClient()) {
                reason.focus();
                changed.run();
            }
        });
        rows.put(item.id(), new Row(wrong, reason));
        Div row = new Div(wrong, reason);
        row.addClassName("verdict");
        return row;
    }

    /** Says all that is missing at once; what was typed stays. */
    private void decide(boolean accept, Taker taker) {
        boolean whole = true;
        boolean anyWrong = false;
        for (Row row : rows.values()) {
            anyWrong |= row.wrong().getValue();
            boolean missing = !accept && row.wrong().getValue() && row.reason().getValue().isBlank();
            row.reason().setErrorMessage(say("portal.decide.reason-missing"));
            row.reason().setInvalid(missing);
            whole &= !missing;
        }
        boolean contradicts = accept && anyWrong;
        boolean silent = !accept && comment.getValue().isBlank();
        comment.setErrorMessage(say(contradicts ? "portal.decide.contradiction" : "portal.decide.comment-missing"));
        comment.setInvalid(contradicts || silent);
        if (whole && !contradicts && !silent) {
            taker.take(accept, comment.getValue().strip(), verdicts());
        } else {
            comment.focus();
        }
    }

    private List<ItemVerdict> verdicts() {
        List<ItemVerdict> verdicts = new ArrayList<>();
        rows.forEach((id, row) -> verdicts.add(new ItemVerdict(
                id, row.wrong().getValue() ? "wrong" : "ok", row.wrong().getValue() ? row.reason().getValue() : "")));
        return verdicts;
    }

    /** As the form client-review-accept has it. */
    Map<String, Object> values() {
        Map<String, Object> form = new HashMap<>();
        form.put("items", rowsOf(verdicts()));
        form.put("comment", comment.getValue());
        return form;
    }

    static List<Map<String, Object>> rowsOf(List<ItemVerdict> verdicts) {
        return verdicts.stream()
                .map(one -> Map.<String, Object>of(
                        "item", one.item().toString(), "verdict", one.verdict(), "reason", one.reason()))
                .toList();
    }

    /** Shows what was typed before. */
    void fill(Map<String, Object> form) {
        comment.setValue(String.valueOf(form.getOrDefault("comment", "")));
        if (form.get("items") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> values && values.get("item") instanceof String id) {
                    Row row = id.matches("[0-9a-f-]{36}") ? rows.get(UUID.fromString(id)) : null;
                    if (row != null && "wrong".equals(values.get("verdict"))) {
                        row.wrong().setValue(true);
                        row.reason().setValue(values.get("reason") instanceof String reason ? reason : "");
                    }
                }
            }
        }
    }
}

package org.ticketingos.ui.review;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ticketingos.quality.Calibration;
import org.ticketingos.quality.Calibrations.Given;
import org.ticketingos.quality.Calibrations.Rated;
import org.ticketingos.ticket.TicketRefused;

/** The points of one item to judge: each field right or wrong, each question answered. */
class JudgeForm extends Div {

    private final transient Map<UUID, Cells> cells = new LinkedHashMap<>();

    private record Cells(Calibration.Point point, ComboBox<String> answer, TextField remark) {}

    JudgeForm(Calibration.Item item, List<Rated> before) {
        addClassName("rows");
        item.points().forEach(point -> draw(
                point, before.stream().filter(one -> one.point().equals(point.id())).findFirst().orElse(null)));
    }

    private void draw(Calibration.Point point, @org.jspecify.annotations.Nullable Rated before) {
        Span label = new Span(point.label());
        label.addClassName("strong");
        Span value = new Span(point.value());
        Div what = new Div(label, value);
        what.addClassName("judge-what");
        if (!point.guidance().isEmpty()) {
            Span guidance = new Span(point.guidance());
            guidance.addClassNames("soft", "small");
            what.add(guidance);
        }
        Map<String, String> choices = point.choices();
        ComboBox<String> answer = new ComboBox<>("Answer");
        answer.setItems(choices.keySet());
        answer.setItemLabelGenerator(choices::get);
        answer.setAriaLabel("Answer for " + point.label());
        TextField remark = new TextField(point.kind() == Calibration.Kind.FIELD ? "Should be" : "Why");
        remark.setMaxLength(500);
        if (before != null) {
            answer.setValue(before.answer());
            remark.setValue(before.remark());
        } else if (point.kind() == Calibration.Kind.FIELD) {
            answer.setPlaceholder("Choose");
        }
        cells.put(point.id(), new Cells(point, answer, remark));
        Div one = new Div(what, answer, remark);
        one.addClassName("judge");
        add(one);
    }

    /** What is answered so far. */
    List<Given> given() {
        List<Given> given = new ArrayList<>();
        cells.forEach((id, cell) -> {
            if (cell.answer().getValue() != null) {
                given.add(new Given(id, cell.answer().getValue(), "", cell.remark().getValue()));
            }
        });
        return given;
    }

    /** Refuses to go on with a point left open, and puts the cursor there. */
    void complete() {
        cells.values().stream().filter(cell -> cell.answer().getValue() == null).findFirst().ifPresent(cell -> {
            cell.answer().setInvalid(true);
            cell.answer().setErrorMessage("Choose one.");
            cell.answer().focus();
            throw new TicketRefused("“" + cell.point().label() + "” is not judged yet.");
        });
    }
}

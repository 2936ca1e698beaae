package org.ticketingos.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.quality.Scorecard;
import org.ticketingos.quality.Scorecard.Question;
import org.ticketingos.quality.Track;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;

/** Writes a draft of a scorecard: questions in order, each with its weight; nothing holds until somebody else says so. */
class ScorecardEditor extends Panel {

    private final TextField name = new TextField("Name");
    private final Div rows = new Div();
    private final Span sum = new Span();
    private final transient List<Row> questions = new ArrayList<>();

    private record Row(
            Div box, String code, TextField text, TextField weight, ComboBox<Track> fatal, TextArea guidance) {}

    ScorecardEditor(
            @Nullable Scorecard from, BiConsumer<String, List<Question>> save, Runnable cancel) {
        super(from == null ? "First version" : "Draft from version " + from.version());
        name.setWidth("26rem");
        name.setValue(from == null ? "" : from.name());
        rows.addClassName("stack");
        sum.addClassNames("soft", "small");
        sum.getElement().setAttribute("role", "status");
        if (from == null) {
            row(Question.of("", "", "", 10, null));
        } else {
            from.questions().forEach(this::row);
        }
        Button more = new Button("Add a question", VaadinIcon.PLUS.create(), click -> {
            row(Question.of("", "", "", 10, null));
            questions.get(questions.size() - 1).text().focus();
        });
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button keep = new Button("Save draft", VaadinIcon.CHECK.create(), click -> {
            try {
                save.accept(name.getValue(), read());
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button leave = new Button("Cancel", click -> cancel.run());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div end = new Div(keep, leave, sum);
        end.addClassName("row");
        add(name, rows, more, end);
        count();
    }

    private void row(Question question) {
        TextField text = new TextField("Question");
        text.setValue(question.text());
        text.setMaxLength(500);
        TextField weight = new TextField("Weight");
        weight.setValue(Integer.toString(question.weight()));
        weight.setAllowedCharPattern("[0-9]");
        weight.setValueChangeMode(ValueChangeMode.LAZY);
        weight.addValueChangeListener(change -> count());
        ComboBox<Track> fatal = new ComboBox<>("Fatal");
        fatal.setItems(Track.values());
        fatal.setItemLabelGenerator(Track::label);
        fatal.setClearButtonVisible(true);
        fatal.setPlaceholder("no");
        fatal.setValue(question.fatal());
        TextArea guidance = new TextArea("Guidance for reviewers");
        guidance.setValue(question.guidance());
        guidance.setMaxLength(2_000);
        Div box = new Div();
        Row row = new Row(box, question.code(), text, weight, fatal, guidance);
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            questions.remove(row);
            rows.remove(box);
            count();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel("Remove this question");
        box.add(text, weight, fatal, remove, guidance);
        box.addClassName("question-edit");
        questions.add(row);
        rows.add(box);
        count();
    }

    private void count() {
        int total = questions.stream()
                .map(row -> row.weight().getValue())
                .filter(value -> value.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .sum();
        sum.setText("Weights add up to " + total + "; only their proportions matter.");
    }

    private List<Question> read() {
        return questions.stream()
                .map(row -> Question.of(
                        row.code(),
                        row.text().getValue(),
                        row.guidance().getValue(),
                        ScorecardsView.whole(row.weight()),
                        row.fatal().getValue()))
                .toList();
    }
}

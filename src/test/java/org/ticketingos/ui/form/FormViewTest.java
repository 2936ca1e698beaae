package org.ticketingos.ui.form;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.ticketingos.ticket.FormFiller.Box;
import org.ticketingos.ticket.FormFiller.Content;
import org.ticketingos.ticket.FormFiller.Hint;
import org.ticketingos.ui.Screen;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.workflow.Form;

class FormViewTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    @Test
    void every_form_that_is_deployed_can_be_drawn() throws IOException {
        Resource[] forms = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form");

        assertThat(forms).hasSizeGreaterThan(8);
        for (Resource form : forms) {
            Form read = Form.parse(form.getContentAsString(StandardCharsets.UTF_8));
            FormView view = show(new FormView(read, Content.of(Map.of()), Map.of(), false));
            assertThat(view.getChildren().count()).as(form.getFilename()).isEqualTo(read.fields().size());
        }
    }

    @Test
    void what_is_shown_comes_back_as_it_was() throws IOException {
        Map<String, Object> values = Map.of(
                "documentType", "invoice",
                "vendor", "Globex Ltd",
                "documentDate", "2026-03-31",
                "lines", List.of(Map.of("description", "Paper", "amount", "118.00")));

        FormView view = show(new FormView(validateFields(), Content.of(values), values, false));

        assertThat(view.values()).isEqualTo(values);
    }

    @Test
    void a_choice_that_is_gone_is_open_again_instead_of_breaking_the_form() throws IOException {
        FormView view = show(new FormView(
                validateFields(), Content.of(Map.of()), Map.of("documentType", "telex", "documentDate", "soon"), false));

        assertThat(view.values()).isEmpty();
    }

    @Test
    void a_finding_stands_beside_its_field_until_it_is_put_right() throws IOException {
        FormView view = show(new FormView(validateFields(), Content.of(Map.of()), Map.of(), false));
        TextField total = field("Total");

        view.show(Map.of("total", "Net and tax do not add up to it."));
        assertThat(total.isInvalid()).isTrue();
        assertThat(total.getErrorMessage()).isEqualTo("Net and tax do not add up to it.");

        _setValue(total, "118.00");
        view.show(Map.of());
        assertThat(total.isInvalid()).isFalse();
    }

    @Test
    void a_finding_in_a_row_stands_in_that_row() throws IOException {
        Map<String, Object> rows = Map.of("lines", List.of(Map.of("amount", "1"), Map.of("amount", "x")));
        FormView view = show(new FormView(validateFields(), Content.of(rows), rows, false));

        view.show(Map.of("lines[1].amount", "Not an amount."));

        assertThat(_find(TextField.class, spec -> spec.withPredicate(TextField::isInvalid)))
                .singleElement()
                .extracting(TextField::getValue)
                .isEqualTo("x");
    }

    @Test
    void a_row_can_be_added_and_taken_away() throws IOException {
        FormView view = show(new FormView(validateFields(), Content.of(Map.of()), Map.of(), false));

        _click(_get(Button.class, spec -> spec.withText("Add a row")));
        _setValue(field("Description"), "Toner");
        assertThat(view.values()).containsEntry("lines", List.of(Map.of("description", "Toner")));

        _click(_get(Button.class, spec -> spec.withPredicate(
                button -> "Remove this row".equals(button.getAriaLabel().orElse("")))));
        assertThat(view.values()).doesNotContainKey("lines");
    }

    @Test
    void each_proposal_shows_how_sure_it_is_and_why() throws IOException {
        Content content = new Content(
                Map.of("vendor", "Globex"), Map.of(), Map.of("vendor", new Hint(62, List.of("seen 7 times"), null)),
                List.of());

        show(new FormView(validateFields(), content, content.values(), false));

        assertThat(_find(Chip.class)).extracting(Chip::getText).contains("Check", "seen 7 times");
    }

    @Test
    void whether_amounts_add_up_is_said_anew_when_one_of_them_changes() throws IOException {
        Hint sum = new Hint(96, List.of("adds up: 100.00 + 18.00 = 118.00", "after \"total\""), null);
        Content content = new Content(
                Map.of("net", "100.00", "tax", "18.00", "total", "118.00"), Map.of(), Map.of("total", sum), List.of());
        FormView view = show(new FormView(validateFields(), content, content.values(), false));
        assertThat(_find(Chip.class)).extracting(Chip::getText).contains("adds up", "after \"total\"");

        view.write("tax", "19.00");
        assertThat(_find(Chip.class)).extracting(Chip::getText).contains("adds up to 119.00").doesNotContain("adds up");

        view.write("total", "119");
        assertThat(_find(Chip.class)).extracting(Chip::getText).contains("adds up").doesNotContain("adds up to 119.00");
    }

    @Test
    void the_cursor_begins_at_a_correction_that_came_with_a_value() throws IOException {
        Map<String, Object> rows = Map.of("corrections", List.of(Map.of(
                "defect", "d1", "label", "Vendor", "found", "Globx", "expected", "Globex", "value", "Globx")));
        FormView view = show(new FormView(form("stages/defect-correct-work"), Content.of(rows), rows, false));

        view.begin();

        assertThat(_find(Rows.class)).hasSize(1).allMatch(Rows::beginFilled);
    }

    @Test
    @SuppressWarnings({"rawtypes", "unchecked"})
    void a_reviewer_judges_each_field_by_one_press() throws IOException {
        Map<String, Object> rows = Map.of("checks", List.of(
                Map.of("item", "i1", "label", "Net", "value", "4.11"), Map.of("item", "i1", "label", "Tax", "value", "0")));
        FormView view = show(new FormView(form("stages/quality-review"), Content.of(rows), rows, false));
        List<RadioButtonGroup> verdicts = _find(RadioButtonGroup.class);

        assertThat(verdicts).hasSize(2);
        _setValue(verdicts.get(1), "wrong");

        assertThat(view.values().get("checks").toString()).contains("correct=wrong", "item=i1", "value=4.11");
    }

    @Test
    void a_form_only_to_look_at_has_nothing_to_type_into() throws IOException {
        show(new FormView(validateFields(), Content.of(Map.of()), Map.of("vendor", "Globex"), true));

        assertThat(_find(TextField.class)).isEmpty();
        assertThat(_find(ComboBox.class)).isEmpty();
        assertThat(_find(DatePicker.class)).isEmpty();
    }

    @Test
    void pointing_at_a_box_lights_it_and_names_its_field() {
        Paper paper = show(new Paper(List.of(new Paper.Sheet("d1", "scan.pdf", 1, 1, "papers/d1/1.png", new Anchor()))));
        List<String> pointed = new ArrayList<>();
        paper.onPoint(pointed::add);
        paper.mark("total", new Box("d1", 1, 0.5, 0.8, 0.1, 0.02), true);

        Div box = _get(Div.class, spec -> spec.withClasses("box"));
        paper.light("total");
        _click(box);

        assertThat(box.getClassNames()).contains("lit", "doubtful");
        assertThat(box.getStyle().get("left")).isEqualTo("50.000%");
        assertThat(pointed).containsExactly("total");
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static Form validateFields() throws IOException {
        return form("lines/data-entry-validate-fields");
    }

    private static Form form(String name) throws IOException {
        return Form.parse(new PathMatchingResourcePatternResolver()
                .getResource("classpath:forms/" + name + ".form")
                .getContentAsString(StandardCharsets.UTF_8));
    }
}

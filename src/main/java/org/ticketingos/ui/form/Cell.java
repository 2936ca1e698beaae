package org.ticketingos.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.FormFiller.Candidate;
import org.ticketingos.ticket.FormFiller.Hint;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Keys;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.workflow.FormField;

/** A field with what speaks for its value and what else it may mean. */
class Cell extends Div {

    /** Below this confidence, of 100, a proposal is doubtful and Enter stops there. */
    static final int DOUBT = 85;

    /** Below this a proposal is more likely wrong than worth trusting. */
    private static final int WEAK = 60;

    private final FormField field;
    private final Drawn drawn;
    private final Div evidence = new Div();
    private final List<Candidate> candidates;
    private final @Nullable Adding adding;
    private @Nullable Chip sum;
    private boolean doubtful;
    private boolean seen;
    private Runnable picked = () -> {};

    /**
     * Draws a field.
     *
     * @param choices what a select or radio field takes; empty for all others
     * @param proposed what the whole form proposes, in which a sum finds its amounts again
     */
    Cell(FormField field, Drawn drawn, @Nullable Hint hint, Map<String, String> choices, Map<String, Object> proposed) {
        super(drawn.component());
        this.field = field;
        this.drawn = drawn;
        addClassName("form-field");
        getElement().setAttribute("data-key", field.key());
        if (field.required()) {
            getElement().setAttribute("data-needed", "");
        }
        evidence.addClassName("evidence");
        candidates = hint == null ? List.of() : hint.candidates().stream()
                .filter(one -> choices.isEmpty() || choices.containsKey(one.value()))
                .toList();
        adding = hint == null ? null : hint.evidence().stream()
                .flatMap(fact -> Adding.of(fact, proposed).stream())
                .findFirst()
                .orElse(null);
        if (hint == null) {
            return;
        }
        doubtful = hint.confidence() < DOUBT;
        setClassName("doubtful", doubtful);
        if (hint.confidence() == 0 && drawn.isBlank()) {
            getElement().setAttribute("data-needed", "");
        }
        evidence.add(confidence(hint.confidence()));
        hint.evidence().stream()
                .filter(fact -> Adding.of(fact, proposed).isEmpty())
                .forEach(fact -> evidence.add(new Chip(fact, Tone.PLAIN)));
        add(evidence);
        if (candidates.size() > 1 || candidates.size() == 1 && hint.confidence() == 0) {
            add(offers());
        }
    }

    private static Chip confidence(int of) {
        Chip chip = of >= DOUBT ? new Chip(VaadinIcon.CHECK, "Sure", Tone.OK)
                : of >= WEAK ? new Chip(VaadinIcon.QUESTION, "Check", Tone.WARN)
                : new Chip(VaadinIcon.EXCLAMATION, of == 0 ? "Look" : "Doubtful", Tone.BAD);
        chip.setTitle(of + " of 100");
        return chip;
    }

    private Div offers() {
        Div offers = new Div();
        offers.addClassName("candidates");
        offers.getElement().setAttribute("role", "group");
        offers.getElement().setAttribute("aria-label", "Other values for " + field.label());
        for (int i = 0; i < candidates.size(); i++) {
            int number = i + 1;
            Candidate one = candidates.get(i);
            Span value = new Span(one.value());
            value.addClassName("strong");
            Span why = new Span(one.why());
            why.addClassName("soft");
            Span digit = new Span(String.valueOf(number));
            digit.addClassName("digit");
            Button pick = new Button();
            pick.getElement().appendChild(new Div(digit, value, why).getElement());
            pick.addClickListener(press -> pick(number));
            pick.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            pick.setTabIndex(-1);
            pick.setAriaLabel(one.value() + ", " + one.why());
            pick.setTooltipText(Keys.tip("Take this value", Act.candidate(number)));
            offers.add(pick);
        }
        return offers;
    }

    void onPicked(Runnable picked) {
        this.picked = picked;
    }

    /** Takes a candidate, from 1; nothing happens where there is none of that number. */
    void pick(int number) {
        if (number <= candidates.size()) {
            put(candidates.get(number - 1).value(), candidates.get(number - 1).why());
        }
    }

    void pickNext() {
        String now = String.valueOf(drawn.read().get());
        int at = -1;
        for (int i = 0; i < candidates.size(); i++) {
            at = candidates.get(i).value().equals(now) ? i : at;
        }
        if (!candidates.isEmpty()) {
            pick((at + 1) % candidates.size() + 1);
        }
    }

    /** Puts a value in for the person and says where it comes from. */
    void put(@Nullable String value, String from) {
        drawn.write().accept(value);
        say(from, Tone.INFO);
        picked.run();
        drawn.focus();
    }

    /** Replaces what spoke for the value that was here before. */
    void say(String fact, Tone tone) {
        evidence.removeAll();
        evidence.add(new Chip(fact, tone));
        sum = null;
        if (!evidence.isAttached()) {
            add(evidence);
        }
    }

    /** Says whether the amounts of the form still add up. */
    void add(Map<String, Object> values) {
        if (adding == null) {
            return;
        }
        if (sum != null) {
            evidence.remove(sum);
        }
        sum = adding.now(values).orElse(null);
        if (sum != null) {
            evidence.addComponentAtIndex(Math.min(1, evidence.getComponentCount()), sum);
        }
    }

    /** Shows, after a moment, that the page is being read. */
    void waiting(boolean waiting) {
        setClassName("reading", waiting);
        getElement().setAttribute("aria-busy", String.valueOf(waiting));
    }

    /** Says why nothing could be read; what stood in the field stays. */
    void fail(String reason) {
        say(reason, Tone.BAD);
        drawn.focus();
    }

    void typed() {
        seen = true;
        say("typed by you", Tone.PLAIN);
    }

    void see() {
        seen = true;
    }

    void confirm() {
        seen = true;
        doubtful = false;
        removeClassName("doubtful");
        addClassName("confirmed");
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** Doubtful, and nobody has been there. */
    boolean isUnseen() {
        return doubtful && !seen && isVisible();
    }

    Drawn drawn() {
        return drawn;
    }

    FormField field() {
        return field;
    }
}

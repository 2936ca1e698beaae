package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every act with its key: change it by pressing another, take it away, go back to the usual one. */
class KeyChooser extends Div {

    private final transient KeyMap maps;
    private final String login;
    private final transient Predicate<Act> offered;
    private final Div said = new Div();
    private final Div groups = new Div();

    /** @param offered which acts this person can do at all */
    KeyChooser(KeyMap maps, String login, Predicate<Act> offered) {
        this.offered = offered;
        this.maps = maps;
        this.login = login;
        addClassName("key-chooser");
        said.addClassName("key-said");
        said.getElement().setAttribute("role", "status");
        groups.addClassName("key-groups");
        Button reset = new Button("Back to the usual keys", press -> reset());
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Paragraph lead = new Paragraph("They follow you to every computer. Choose a key and press the new one; "
                + "a letter alone, two letters one after the other, or with Ctrl, Alt or Shift.");
        lead.addClassNames("soft", "small");
        Div head = new Div(lead, reset);
        head.addClassName("row");
        add(head, said, groups);
        show();
    }

    private void show() {
        Map<Act, Combination> map = maps.of(login);
        groups.removeAll();
        for (Act.Group group : Act.Group.values()) {
            Section section = new Section(new H3(group.label()));
            section.addClassName("key-group");
            for (Act act : Act.values()) {
                if (act.group() == group && offered.test(act)) {
                    section.add(line(act, map.get(act)));
                }
            }
            groups.add(section);
        }
    }

    private Component line(Act act, Combination keys) {
        Button change = new Button();
        change.setIcon(keys.isNone() ? new Span("no key") : Keys.caps(keys));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        change.setAriaLabel(act.label() + ": " + (keys.isNone() ? "no key" : keys.text()) + ". Change");
        change.addClickListener(press -> ask(act, change));
        change.getElement().setAttribute("data-act", act.name());
        Span label = new Span(act.label());
        Div line = new Div(label, change);
        line.addClassName("key-line");
        if (!keys.equals(act.usual())) {
            label.add(new Chip("yours", Tone.ACCENT));
        }
        return line;
    }

    private void ask(Act act, Button from) {
        say("Press the new key for \"" + act.label() + "\". Esc leaves it as it is; Delete takes its key away.", Tone.INFO);
        from.addClassName("waiting");
        Keyboard.of(from.getUI().orElseThrow())
                .getElement()
                .callJsFunction("capture")
                .then(String.class, pressed -> {
                    from.removeClassName("waiting");
                    pressed(act, pressed);
                });
    }

    /** @param pressed as the browser names it; empty after Esc */
    void pressed(Act act, String pressed) {
        if (pressed.isEmpty()) {
            said.removeAll();
            focus(act);
            return;
        }
        Combination keys = pressed.equals("Delete") ? Combination.NONE : new Combination(pressed);
        Map<Act, Combination> before = maps.of(login);
        List<Act> robbed = KeyMap.conflicts(before, act, keys);
        if (!robbed.isEmpty() && keys.refusal(act).isEmpty()) {
            offer(act, keys, robbed);
            return;
        }
        keep(act, keys, before);
    }

    private void offer(Act act, Combination keys, List<Act> robbed) {
        String taken = robbed.stream().map(one -> "\"" + one.label() + "\"").collect(Collectors.joining(" and "));
        say(keys.text() + " already does " + taken + ".", Tone.WARN);
        Button take = new Button("Use it for \"" + act.label() + "\" instead", press -> keep(act, keys, maps.of(login)));
        Button leave = new Button("Leave it", press -> {
            said.removeAll();
            focus(act);
        });
        List.of(take, leave).forEach(one -> one.addThemeVariants(ButtonVariant.LUMO_SMALL));
        said.add(take, leave);
        take.focus();
    }

    private void keep(Act act, Combination keys, Map<Act, Combination> before) {
        maps.change(login, act, keys).ifPresentOrElse(refusal -> say(refusal, Tone.BAD), () -> {
            changed(before, "\"" + act.label() + "\" has "
                    + (keys.isNone() ? "no key now." : "the key " + keys.text() + " now."));
        });
        focus(act);
    }

    private void reset() {
        Map<Act, Combination> before = maps.of(login);
        maps.keepAll(login, KeyMap.usual());
        changed(before, "All keys are the usual ones again.");
    }

    private void changed(Map<Act, Combination> before, String sentence) {
        getUI().ifPresent(ui -> Keyboard.of(ui).reload());
        show();
        say(sentence, Tone.OK);
        Button undo = new Button("Undo", press -> {
            maps.keepAll(login, before);
            getUI().ifPresent(ui -> Keyboard.of(ui).reload());
            show();
            say("The keys are as they were before.", Tone.OK);
        });
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        said.add(undo);
    }

    private void say(String sentence, Tone tone) {
        said.removeAll();
        said.add(new Notice(sentence, tone));
    }

    private void focus(Act act) {
        getElement().executeJs("this.querySelector('[data-act=' + $0 + ']')?.focus()", act.name());
    }
}

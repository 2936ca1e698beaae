package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;

/** The keys that work on this screen now, grouped; Esc closes it and the cursor is back where it was. */
final class KeyOverview extends Dialog {

    private KeyOverview(List<Act> acts, Map<Act, Combination> map) {
        setHeaderTitle("Keys that work here");
        addClassName("key-overview");
        setWidth("52rem");
        setMaxWidth("calc(100vw - 3rem)");
        setCloseOnEsc(true);
        setCloseOnOutsideClick(true);
        Div groups = new Div();
        groups.addClassName("key-groups");
        groups.setClassName("one", acts.stream().map(Act::group).distinct().count() == 1);
        for (Act.Group group : Act.Group.values()) {
            List<Act> of = acts.stream().filter(act -> act.group() == group && !map.get(act).isNone()).toList();
            if (!of.isEmpty()) {
                groups.add(group(group, of, map));
            }
        }
        Div always = new Div(new Span("While you type, only keys with Ctrl or Alt work; Esc leaves a field. "
                + "Tab and Shift + Tab go through everything."));
        always.addClassNames("soft", "small");
        add(groups, always);
        Button close = new Button("Close", press -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.setAutofocus(true);
        Anchor change = new Anchor("profile", "Change keys");
        change.getElement().addEventListener("click", click -> close());
        getFooter().add(change, close);
    }

    private static Section group(Act.Group group, List<Act> acts, Map<Act, Combination> map) {
        DescriptionList list = new DescriptionList();
        list.addClassName("key-list");
        boolean digits = List.of(Act.CANDIDATE_1, Act.CANDIDATE_9).stream()
                .allMatch(act -> map.get(act).equals(act.usual()));
        acts.stream().filter(act -> !digits || !act.isBetweenDigits()).forEach(act -> {
            boolean first = digits && act == Act.CANDIDATE_1;
            Div line = new Div(
                    new DescriptionList.Term(new Span(first ? "Proposed value 1, and so on to 9" : act.label())),
                    new DescriptionList.Description(Keys.caps(map.get(act)), spoken(map.get(act))));
            list.getElement().appendChild(line.getElement());
        });
        Section section = new Section(new H3(group.label()), list);
        section.addClassName("key-group");
        return section;
    }

    private static Span spoken(Combination keys) {
        Span spoken = new Span(keys.text());
        spoken.addClassName("spoken");
        return spoken;
    }

    static void open(UI ui) {
        Keyboard keyboard = Keyboard.of(ui);
        List<Act> acts = keyboard.inForce();
        KeyOverview overview = new KeyOverview(acts, keyboard.map());
        keyboard.getElement().callJsFunction("remember");
        overview.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                keyboard.getElement().callJsFunction("restore");
            }
        });
        Keys.bind(overview, Act.HELP, overview::close);
        overview.open();
    }
}

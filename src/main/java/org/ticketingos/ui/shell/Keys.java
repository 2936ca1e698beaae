package org.ticketingos.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/** Lets a key do something on a screen; which key that is each user decides. */
public final class Keys {

    private Keys() {}

    /**
     * Binds while the scope is on the screen. Where two boxes of a screen bind the same act, the one with the cursor in
     * it wins, else the one that came last. Acts of the group "While writing" work only with the cursor in the scope.
     */
    public static Registration bind(Component scope, Act act, Command what) {
        String[] id = {null};
        UI[] where = {null};
        Command on = () -> {
            where[0] = scope.getUI().orElseThrow();
            id[0] = Keyboard.of(where[0]).bind(scope, act, what);
        };
        Command off = () -> {
            if (id[0] != null) {
                Keyboard.of(where[0]).release(id[0]);
                id[0] = null;
            }
        };
        Registration attached = scope.addAttachListener(attach -> on.execute());
        Registration detached = scope.addDetachListener(detach -> off.execute());
        if (scope.isAttached()) {
            on.execute();
        }
        return Registration.combine(attached, detached, off::execute);
    }

    /** The user's key for an act in words, {@code Ctrl + Enter}; empty where there is none. */
    public static String text(Act act) {
        UI ui = UI.getCurrent();
        return ui == null ? act.usual().text() : Keyboard.of(ui).keys(act).text();
    }

    /** {@code Reply to the client (R)}: for tooltips. */
    public static String tip(Act act) {
        return tip(act.label(), act);
    }

    public static String tip(String words, Act act) {
        String keys = text(act);
        return keys.isEmpty() ? words : words + " (" + keys + ")";
    }

    /** A small picture of the user's key for an act; screen readers are told by {@code aria-keyshortcuts} instead. */
    public static Component hint(Act act) {
        UI ui = UI.getCurrent();
        return caps(ui == null ? act.usual() : Keyboard.of(ui).keys(act));
    }

    /** Presses the user's key for an act without a browser, for tests. */
    static void press(Act act) {
        Keyboard.of(UI.getCurrent()).press(act);
    }

    static Component caps(Combination keys) {
        Span caps = new Span();
        caps.addClassName("caps");
        List<String> strokes = keys.strokes();
        for (int i = 0; i < strokes.size(); i++) {
            if (i > 0) {
                Element then = new Element("small");
                then.setText("then");
                caps.getElement().appendChild(then);
            }
            for (String cap : Combination.caps(strokes.get(i))) {
                Element kbd = new Element("kbd");
                kbd.setText(cap);
                caps.getElement().appendChild(kbd);
            }
        }
        caps.getElement().setAttribute("aria-hidden", "true");
        return caps;
    }
}

package org.ticketingos.ui.shell;

import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recovery codes, shown this one time. */
final class RecoveryCodes extends Div {

    RecoveryCodes(List<String> codes) {
        UnorderedList list = new UnorderedList();
        list.addClassName("codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        String file = URLEncoder.encode(String.join("\r\n", codes) + "\r\n", StandardCharsets.UTF_8).replace("+", "%20");
        Anchor save = new Anchor("data:text/plain;charset=utf-8," + file, say("shell.second.codes.save"));
        save.getElement().setAttribute("download", "ticketingos-recovery-codes.txt");
        addClassName("stack");
        add(new Notice(say("shell.second.codes.once"), Tone.WARN), list, new Div(save));
    }
}

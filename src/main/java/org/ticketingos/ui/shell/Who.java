package org.ticketingos.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.Names;

/** People by their names, where the records hold log-in names. */
public final class Who {

    /** What machines of the product are recorded as. */
    private static final String SYSTEM = "system";

    private Who() {}

    static void begin(UI ui, Names names) {
        ComponentUtil.setData(ui, Names.class, names);
    }

    /** The name of whoever logs in so; in a window without an application the log-in name itself. */
    public static String is(@Nullable String login) {
        if (login == null) {
            return "";
        }
        if (login.equals(SYSTEM)) {
            return "TicketingOS";
        }
        UI ui = UI.getCurrent();
        Names names = ui == null ? null : ComponentUtil.getData(ui, Names.class);
        return names == null ? login : names.of(login);
    }
}

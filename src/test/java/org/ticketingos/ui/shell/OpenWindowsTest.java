package org.ticketingos.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.ui.Screen.show;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ticketingos.access.UserChanged;
import org.ticketingos.ui.Screen;

class OpenWindowsTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private final OpenWindows windows = new OpenWindows();

    @Test
    void a_persons_windows_are_loaded_anew_when_their_rights_change_and_nobody_elses() {
        show(new Div());
        UI ui = UI.getCurrent();
        OpenWindows.opened(ui, "amy");

        change("vik");
        assertThat(reloads(ui)).isZero();

        change("amy");
        assertThat(reloads(ui)).isEqualTo(1);
    }

    /** By somebody else, who has no window here. */
    private void change(String login) {
        UI own = UI.getCurrent();
        UI.setCurrent(null);
        windows.changed(new UserChanged(null, "boss", login, "changed", Map.of()));
        UI.setCurrent(own);
        MockVaadin.runUIQueue();
    }

    private static long reloads(UI ui) {
        List<PendingJavaScriptInvocation> asked = ui.getInternals().dumpPendingJavaScriptInvocations();
        return asked.stream().filter(one -> one.getInvocation().getExpression().contains("reload")).count();
    }
}

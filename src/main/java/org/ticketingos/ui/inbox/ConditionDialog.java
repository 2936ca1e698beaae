package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.workflow.Condition;
import org.ticketingos.workflow.InboxCounts;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxViews;

/** Builds what a list shows from conditions joined by and, or, not. */
class ConditionDialog extends Dialog {

    private final transient InboxDesk desk;
    private final ConditionGroup root;
    private final Span found = new Span();

    ConditionDialog(InboxDesk desk, @Nullable Condition before, Consumer<@Nullable Condition> built) {
        this.desk = desk;
        setHeaderTitle("Filter the list");
        setWidth("48rem");
        root = new ConditionGroup(new ConditionChoices(desk), before == null ? new Condition.All(List.of()) : before, null);
        found.addClassNames("soft", "push");
        found.getElement().setAttribute("role", "status");
        add(root);
        Button none = new Button("No filter", click -> {
            close();
            built.accept(null);
        });
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button count = new Button("Count", click -> count());
        count.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button show = new Button("Show", click -> {
            Condition condition = read();
            if (condition != null) {
                close();
                built.accept(root.isEmpty() ? null : condition);
            }
        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(none, found, count, new Button("Cancel", click -> close()), show);
    }

    /** The condition, when the list can be asked for it; else says what is missing. */
    private @Nullable Condition read() {
        try {
            Condition condition = root.condition();
            desk.inbox().items(filter(condition), desk.user(), null, 1);
            return condition;
        } catch (TicketRefused refused) {
            Notice.refused(refused.getMessage());
            return null;
        }
    }

    private void count() {
        Condition condition = read();
        if (condition != null) {
            int most = InboxCounts.MOST;
            int count = desk.inbox().count(filter(condition), desk.user(), most + 1);
            found.setText((count > most ? most + "+" : count) + " steps match");
        }
    }

    private InboxFilter filter(Condition condition) {
        InboxFilter.View whose = InboxViews.seesAll(desk.user()) ? InboxFilter.View.EVERY : InboxFilter.View.ALL;
        return InboxFilter.of(whose).where(condition).in(Moments.zone());
    }
}

package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.Role;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxViews;
import org.ticketingos.workflow.SavedView;

/** Name, columns and readers of a view. */
class ViewDialog extends Dialog {

    private static final String PRIVATE = "Only me";

    private final TextField name = new TextField("Name");
    private final Select<InboxFilter.View> whose = new Select<>();
    private final MultiSelectComboBox<String> columns = new MultiSelectComboBox<>("Columns");
    private final TextField work = new TextField("Fields of the work as columns");
    private final Select<String> share = new Select<>();

    ViewDialog(InboxDesk desk, SavedView view, Consumer<SavedView> saved) {
        setHeaderTitle(view.id() == null ? "Save as a new view" : "Change the view");
        setWidth("34rem");
        name.setValue(view.name());
        name.setMaxLength(80);
        name.setRequired(true);
        name.setWidthFull();
        whose.setLabel("Whose steps");
        List<InboxFilter.View> choices = new ArrayList<>(List.of(InboxFilter.View.ALL, InboxFilter.View.MINE, InboxFilter.View.QUEUE));
        if (InboxViews.seesAll(desk.user())) {
            choices.add(InboxFilter.View.EVERY);
        }
        whose.setItems(choices);
        whose.setItemLabelGenerator(ViewDialog::words);
        whose.setValue(choices.contains(view.whose()) ? view.whose() : InboxFilter.View.ALL);
        whose.setWidthFull();
        Map<String, String> headings = WorkColumns.headings();
        columns.setItems(headings.keySet());
        columns.setItemLabelGenerator(headings::get);
        columns.setValue(view.columns().stream().filter(headings::containsKey).toList());
        columns.setWidthFull();
        work.setPlaceholder("vendor, document number, total");
        work.setHelperText("Names of keyed fields, with commas between them");
        work.setValue(String.join(", ", view.columns().stream().filter(one -> one.startsWith("work.")).map(one -> WorkColumns.ofWork(one).toLowerCase(Locale.ROOT)).toList()));
        work.setWidthFull();
        share(desk, view);
        Div body = new Div(name, whose, columns, work, share);
        body.addClassName("stack");
        add(body);
        Button keep = new Button("Save", click -> {
            try {
                SavedView kept = desk.views().save(view(view), desk.user());
                close();
                saved.accept(kept);
                Notice.done("View \"" + kept.name() + "\" saved.");
            } catch (TicketRefused refused) {
                Notice.refused(refused.getMessage());
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), keep);
    }

    private void share(InboxDesk desk, SavedView view) {
        Map<String, String> readers = new LinkedHashMap<>();
        readers.put(PRIVATE, PRIVATE);
        desk.queues().forEach(queue -> readers.put("queue:" + queue, "Everybody in the queue " + Words.text(queue)));
        for (Role role : List.of(Role.AGENT, Role.SUPERVISOR, Role.FINANCE, Role.REVIEWER)) {
            readers.put("role:" + role.name(), "Everybody with the role " + Words.text(role.name()));
        }
        share.setLabel("Who uses it");
        share.setItems(readers.keySet());
        share.setItemLabelGenerator(readers::get);
        String now = view.sharedQueue() != null ? "queue:" + view.sharedQueue()
                : view.sharedRole() != null ? "role:" + view.sharedRole() : PRIVATE;
        share.setValue(readers.containsKey(now) ? now : PRIVATE);
        share.setHelperText("They see the steps they may see anyway, no more.");
        share.setWidthFull();
    }

    private SavedView view(SavedView before) {
        List<String> codes = new ArrayList<>();
        WorkColumns.headings().keySet().stream().filter(columns.getValue()::contains).forEach(codes::add);
        List<String> ordered = new ArrayList<>(before.columns().stream().filter(codes::contains).toList());
        codes.stream().filter(code -> !ordered.contains(code)).forEach(ordered::add);
        for (String field : work.getValue().split(",")) {
            if (!field.isBlank()) {
                ordered.add("work." + code(field.strip()));
            }
        }
        return new SavedView(before.id(), "", "", name.getValue(), whose.getValue(), before.condition(), before.order(),
                before.backwards(), ordered, shared("role:"), shared("queue:"));
    }

    /** {@code document number} as forms call it: {@code documentNumber}. */
    private static String code(String words) {
        return Pattern.compile(" +(\\p{L})").matcher(words)
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }

    private @Nullable String shared(String kind) {
        return share.getValue().startsWith(kind) ? share.getValue().substring(kind.length()) : null;
    }

    private static String words(InboxFilter.View whose) {
        return switch (whose) {
            case ALL -> "Mine and my queues'";
            case MINE -> "Mine";
            case QUEUE -> "Nobody's yet, in my queues";
            case EVERY -> "All queues";
        };
    }
}

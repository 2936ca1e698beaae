package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ui.shell.Cells;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.InboxOrder;

/** The columns a work list can have, each with its heading, its width and, where an index serves it, its order. */
final class WorkColumns {

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    private WorkColumns() {}

    private record Kind(String heading, String width, int grow, @Nullable InboxOrder order, Function<InboxItem, String> text) {}

    static {
        put("subject", "Subject", "14rem", 4, null, InboxItem::subject);
        put("step", "Step", "8.5rem", 1, null, InboxItem::name);
        put("line", "Line", "5.75rem", 0, null, item -> item.line().isEmpty() ? "" : Words.of(ServiceLine.of(item.line())));
        put("client", "Client", "8rem", 1, InboxOrder.CLIENT, InboxItem::clientName);
        put("due", "Due", "9rem", 0, InboxOrder.DUE, item -> Moments.near(item.dueAt()));
        put("received", "Received", "9rem", 0, InboxOrder.RECEIVED, item -> Moments.near(item.receivedAt()));
        put("queue", "Queue", "7rem", 0, null, item -> Words.queue(item.queue()));
        put("stage", "Stage", "7rem", 0, null, WorkColumns::stage);
        put("category", "Category", "7rem", 0, null, item -> Words.text(item.details().category()));
        put("owner", "Owner", "6rem", 0, null, item -> Who.is(item.details().owner()));
        put("channel", "Came by", "6rem", 0, null, item -> Words.text(item.details().channel()));
        put("mood", "Tone", "6rem", 0, null, item -> Words.text(item.details().mood()));
        put("requester", "Requester", "10rem", 1, null, item -> item.details().requester());
    }

    private static void put(
            String code, String heading, String width, int grow, @Nullable InboxOrder order, Function<InboxItem, String> text) {
        KINDS.put(code, new Kind(heading, width, grow, order, text));
    }

    /** Every column with its heading, in the order the chooser offers them. */
    static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("number", "Ticket");
        KINDS.forEach((code, kind) -> headings.put(code, kind.heading));
        headings.put("priority", "Priority");
        headings.put("left", "Time left");
        headings.put("waiting", "Waiting");
        headings.put("holder", "With");
        return headings;
    }

    /** What a field of the work is called: {@code documentNumber} becomes "Document number". */
    static String ofWork(String code) {
        String name = code.substring("work.".length()).replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return Words.text(name);
    }

    static void show(WorkList list, List<String> codes, Clock clock) {
        list.removeAllColumns();
        for (String code : codes) {
            Grid.Column<WorkList.Line> column = column(list, code, clock);
            column.setKey(code).setFlexGrow(KINDS.containsKey(code) ? KINDS.get(code).grow : 0).setResizable(true);
        }
    }

    private static Grid.Column<WorkList.Line> column(WorkList list, String code, Clock clock) {
        if (code.startsWith("work.")) {
            return list.addColumn(line -> String.join(", ", line.item().details().work().getOrDefault(code.substring(5), List.of())))
                    .setHeader(ofWork(code))
                    .setWidth("8rem");
        }
        return switch (code) {
            case "number" -> sorted(list.addColumn(Cells.number(
                            line -> list.path() + line.item().number(), line -> line.item().number().value())), InboxOrder.NUMBER)
                    .setHeader("Ticket").setWidth("5.25rem");
            case "subject" -> list.addColumn(Cells.<WorkList.Line>twoLines(
                            line -> line.item().subject(), line -> line.item().clientName()))
                    .setHeader("Subject").setWidth("13rem");
            case "priority" -> sorted(list.addColumn(Cells.pill(line -> Words.pill(line.item().priority()))), InboxOrder.PRIORITY)
                    .setHeader("Priority").setWidth("5.5rem");
            case "left" -> list.addColumn(Cells.pill(
                            WorkColumns::left, line -> likelyLate(line, clock.instant()), "likely late"))
                    .setHeader("Time left").setWidth("9.25rem")
                    .setTooltipGenerator(line -> line.item().dueAt() == null ? "" : "Due " + Moments.near(line.item().dueAt()));
            case "waiting" -> list.addColumn(line -> Moments.since(line.item().createdAt(), clock.instant()))
                    .setHeader("Waiting").setWidth("4.75rem");
            case "holder" -> list.addColumn(holder(list)).setHeader("With").setWidth("6.25rem");
            default -> plain(list, KINDS.get(code));
        };
    }

    private static LitRenderer<WorkList.Line> holder(WorkList list) {
        return LitRenderer.<WorkList.Line>of("""
                        <div class="holder">${item.who
                            ? html`<span class="${item.known ? '' : 'soft'}">${item.who}</span>` : ''}${item.offer
                            ? html`<button aria-label="${item.offer}" @click="${take}">Take</button>` : ''}"""
                        + present("writing", "pencil", "is writing on this ticket")
                        + present("reading", "eye", "has this ticket open") + "</div>")
                .withProperty("who", line -> list.holder(line).who())
                .withProperty("known", line -> list.holder(line).known())
                .withProperty("offer", line -> list.holder(line).offer())
                .withProperty("writing", line -> list.present(line, true))
                .withProperty("reading", line -> list.present(line, false))
                .withFunction("take", line -> list.take(line.item()));
    }

    private static String present(String people, String icon, String does) {
        return """
                ${item.%s.map(name => html`<span class="here" title="${name} %s"><vaadin-icon aria-hidden="true"
                    icon="vaadin:%s"></vaadin-icon><span>${name}</span></span>`)}""".formatted(people, does, icon);
    }

    private static Grid.Column<WorkList.Line> plain(WorkList list, Kind kind) {
        Grid.Column<WorkList.Line> column = list.addColumn(line -> kind.text.apply(line.item()))
                .setHeader(kind.heading)
                .setWidth(kind.width)
                .setTooltipGenerator(line -> kind.text.apply(line.item()));
        return kind.order == null ? column : sorted(column, kind.order);
    }

    private static Grid.Column<WorkList.Line> sorted(Grid.Column<WorkList.Line> column, InboxOrder order) {
        return column.setSortable(true).setSortProperty(order.name());
    }

    private static Cells.Pill left(WorkList.Line line) {
        if (line.gone() != null) {
            return new Cells.Pill(null, line.gone(), null, "");
        }
        return line.clocks().isEmpty()
                ? new Cells.Pill(null, "No clock yet", null, "")
                : SlaBand.pressing(line.clocks());
    }

    private static Optional<String> likelyLate(WorkList.Line line, Instant now) {
        return line.gone() != null || line.clocks().isEmpty() ? Optional.empty() : SlaBand.forecast(line.item(), now);
    }

    private static String stage(InboxItem item) {
        String stage = item.details().stage();
        return stage.isEmpty() ? "" : Words.of(Stage.valueOf(stage));
    }
}

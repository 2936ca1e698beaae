package org.ticketingos.ui.inbox;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.ticketingos.ui.shell.Act;
import org.ticketingos.ui.shell.Keys;

/** The keys of a work list: up, down, open, select; arrow keys are the grid's own. */
final class ListKeys {

    /** Moves the grid's own focus, so that arrows and letters agree about where one is. */
    private static final String MOVE = """
            const size = this._flatSize || 0;
            if (!size) return;
            const at = this._focusedItemIndex === undefined ? -1 : this._focusedItemIndex;
            const inside = this.contains(document.activeElement) || this.shadowRoot.contains(this.shadowRoot.activeElement);
            const to = inside ? Math.max(0, Math.min(size - 1, at + $0)) : Math.max(0, at);
            this.scrollToIndex(to);
            this._focusedItemIndex = to;
            requestAnimationFrame(() => {
                const row = [...this.$.items.children].find(one => one.index === to);
                if (row) { row.tabIndex = 0; this._itemsFocusable = row; row.focus(); }
            });
            """;

    /** The key of the row with the focus, or nothing when it has been scrolled away. */
    private static final String FOCUSED = """
            const row = [...this.$.items.children].find(one => !one.hidden && one.index === this._focusedItemIndex);
            return row?._item?.key ?? '';
            """;

    private final WorkList list;
    private final BulkBar bulk;

    ListKeys(WorkList list, BulkBar bulk) {
        this.list = list;
        this.bulk = bulk;
    }

    void bind(Component scope) {
        Keys.bind(scope, Act.DOWN, () -> move(1));
        Keys.bind(scope, Act.UP, () -> move(-1));
        Keys.bind(scope, Act.OPEN, () -> focused("open"));
        Keys.bind(scope, Act.SELECT, () -> focused("select"));
        Keys.bind(scope, Act.SELECT_ALL, this::selectAll);
        Keys.bind(scope, Act.BULK, bulk::focusFirst);
    }

    private void move(int by) {
        list.getElement().executeJs(MOVE, by);
    }

    /** Acts on the row that has the focus: the browser names it by the key it was sent with, wherever it stands. */
    private void focused(String what) {
        list.getElement().executeJs(FOCUSED).then(String.class, key -> {
            WorkList.Line line =
                    key == null || key.isEmpty() ? null : list.getDataCommunicator().getKeyMapper().get(key);
            if (line == null) {
                return;
            }
            if (what.equals("open")) {
                list.open(line.item());
            } else if (list.getSelectedItems().stream().anyMatch(one -> same(one, line))) {
                list.deselect(line);
            } else {
                list.select(line);
            }
        });
    }

    private static boolean same(WorkList.Line one, WorkList.Line other) {
        return one.item().taskId().equals(other.item().taskId());
    }

    private void selectAll() {
        list.asMultiSelect().select(List.copyOf(list.shown().values()));
    }
}

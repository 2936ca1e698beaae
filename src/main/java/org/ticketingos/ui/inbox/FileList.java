package org.ticketingos.ui.inbox;

import static org.ticketingos.ui.shell.Tongue.find;
import static org.ticketingos.ui.shell.Tongue.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.upload.Standing;
import org.ticketingos.upload.Standings;

/** Many files, each with how it stands: how many stand how, found by a part of the name, page by page. */
public class FileList extends Div {

    private static final int PAGE = 25;
    /** So many fit on the screen without looking for one. */
    private static final int FEW = 8;

    private static final Set<PaperState> KEPT_AWAY = EnumSet.of(PaperState.UNCHECKED, PaperState.KEPT_APART);
    private static final Set<PaperState> GOOD = EnumSet.of(PaperState.ACCEPTED, PaperState.FINISHED);
    private static final Set<PaperState> LOOK =
            EnumSet.of(PaperState.DOUBTFUL, PaperState.CANNOT_BE_READ, PaperState.RETURNED, PaperState.DELIVERED);

    private final Standings standings;
    private final Papers papers;
    private final Standings.Of of;
    private final boolean staff = !CurrentUser.get().isClient();
    private final Div counts = new Div();
    private final TextField search = new TextField();
    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button(say("portal.more"));
    private final int first;
    private @Nullable PaperState only;
    private @Nullable String next;
    private int shown;

    public FileList(Standings standings, Papers papers, Standings.Of of) {
        this(standings, papers, of, PAGE);
    }

    /** @param first so many are shown before more are asked for */
    public FileList(Standings standings, Papers papers, Standings.Of of, int first) {
        this.first = first;
        this.standings = standings;
        this.papers = papers;
        this.of = of;
        addClassName("file-list");
        counts.addClassNames("row", "small", "file-counts");
        counts.getElement().setAttribute("role", "group");
        counts.getElement().setAttribute("aria-label", say("portal.upload.by-state"));
        search.setPlaceholder(say("portal.upload.search"));
        search.setAriaLabel(say("portal.upload.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(change -> again());
        rows.addClassName("file-rows");
        more.addClickListener(click -> load());
        add(counts, search, rows, more);
        refresh();
    }

    /** Shows how they stand now; what was looked for and how far was read stays. */
    public void refresh() {
        Map<PaperState, Integer> numbers = standings.counts(of);
        int all = numbers.values().stream().mapToInt(Integer::intValue).sum();
        if (only != null && !numbers.containsKey(only)) {
            only = null;
        }
        counts.removeAll();
        if (numbers.size() > 1) {
            counts.add(choice(null, say("portal.upload.all", all)));
        }
        numbers.forEach((state, number) -> counts.add(numbers.size() > 1
                ? choice(state, number + " " + shortly(state))
                : new Span(number + " " + words(state))));
        search.setVisible(all > FEW);
        int before = Math.max(shown, first);
        clear();
        do {
            load();
        } while (next != null && shown < before);
    }

    private Button choice(@Nullable PaperState state, String label) {
        Button choice = new Button(label, click -> {
            only = state;
            refresh();
        });
        choice.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (state != only) {
            choice.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        }
        choice.getElement().setAttribute("aria-pressed", String.valueOf(state == only));
        return choice;
    }

    private void again() {
        clear();
        load();
    }

    private void clear() {
        rows.removeAll();
        next = null;
        shown = 0;
    }

    private void load() {
        var page = standings.page(of, new Standings.Filter(search.getValue(), only), next, shown == 0 ? first : PAGE);
        page.items().forEach(file -> rows.add(row(file)));
        shown += page.items().size();
        next = page.next();
        more.setVisible(next != null);
        if (shown == 0) {
            rows.add(new ListItem(search.isEmpty() && only == null
                    ? new Empty(VaadinIcon.FILE_O, say("portal.upload.no-files"), say("portal.upload.no-files.advice"))
                    : new Empty(
                            VaadinIcon.SEARCH, say("portal.upload.no-match"), say("portal.upload.no-match.advice"))));
        }
    }

    private ListItem row(Standing file) {
        Component name = KEPT_AWAY.contains(file.state())
                ? new Span(file.name())
                : papers.download(file.document(), file.name(), file.mediaType());
        name.getElement().setAttribute("dir", "auto");
        name.getElement().getClassList().add("wrap");
        Span size = new Span(Enclosed.size(file.size()));
        size.addClassNames("soft", "tiny");
        Chip state = new Chip(shortly(file.state()), tone(file.state()));
        Div line = new Div(name, size, state);
        line.addClassNames("row", "small");
        ListItem row = new ListItem(line);
        String why = why(file);
        if (file.state() == PaperState.KNOWN && file.ticket() != null) {
            String address = (staff ? "tickets/" : "portal/") + file.ticket();
            row.add(new Anchor(address, say("portal.upload.with", file.ticket())));
        } else if (!why.isEmpty()) {
            Span reason = new Span(why);
            reason.addClassNames("soft", "tiny", "wrap");
            row.add(reason);
        }
        return row;
    }

    /** What the pill has no room for: the reason, or the rest of the state's words. */
    private String why(Standing file) {
        if (staff && file.state() == PaperState.KEPT_APART) {
            return say("shell.file.kept-apart", file.name(), file.houseReason());
        }
        if (staff && !file.houseReason().isEmpty()) {
            return file.houseReason();
        }
        String words = words(file.state());
        int rest = words.indexOf(", ");
        return !file.reason().isEmpty() ? file.reason() : rest < 0 ? "" : words.substring(rest + 2);
    }

    /** Up to the first comma. */
    private String shortly(PaperState state) {
        String words = words(state);
        int rest = words.indexOf(", ");
        return rest < 0 ? words : words.substring(0, rest);
    }

    private String words(PaperState state) {
        return wordsFor(state, staff);
    }

    /** The state in words: for the client "you" is the client. */
    public static String wordsFor(PaperState state, boolean staff) {
        String key = "portal.file-state." + state;
        return staff ? find(key + ".staff").orElseGet(() -> say(key)) : say(key);
    }

    private static Tone tone(PaperState state) {
        return state == PaperState.KEPT_APART ? Tone.BAD
                : GOOD.contains(state) ? Tone.OK
                : LOOK.contains(state) ? Tone.WARN : Tone.PLAIN;
    }
}

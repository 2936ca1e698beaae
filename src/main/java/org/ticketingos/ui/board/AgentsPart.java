package org.ticketingos.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Hands.Card;
import org.ticketingos.insight.People;
import org.ticketingos.insight.People.AgentNow;
import org.ticketingos.ui.inbox.InboxNavigation;
import org.ticketingos.ui.shell.Chip;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.TwoLines;
import org.ticketingos.ui.shell.Words;
import org.ticketingos.workflow.WorkOffers.Fairness;
import org.ticketingos.workflow.WorkOffers.Skip;

/** Who works, with how much in hand; tickets are given to them by drag, or by ticks and "Give to". */
class AgentsPart extends Part {

    private final Function<String, List<Skip>> skipped;
    private final Giving giving;
    private final Set<Card> ticked = new LinkedHashSet<>();
    private final ComboBox<AgentNow> receiver = new ComboBox<>();
    private final Button give = new Button("Give", VaadinIcon.HAND.create());
    private final ComboBox<AgentNow> whose = new ComboBox<>();
    private List<AgentNow> people = List.of();

    /** @param skipped what somebody has skipped lately, by log-in name */
    AgentsPart(Giving giving, Function<String, List<Skip>> skipped, Runnable again) {
        super("People, and work to hand out", "board-agents");
        this.skipped = skipped;
        this.giving = giving;
        receiver.setPlaceholder("Give to …");
        receiver.setAriaLabel("Give the ticked tickets to");
        receiver.setItemLabelGenerator(AgentsPart::label);
        receiver.addValueChangeListener(change -> enable());
        whose.setPlaceholder("Nobody's tickets");
        whose.setAriaLabel("Whose tickets to show");
        whose.setItemLabelGenerator(AgentNow::name);
        whose.setClearButtonVisible(true);
        whose.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                again.run();
            }
        });
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        give.addClickListener(click -> {
            List<Card> chosen = List.copyOf(ticked);
            giving.give(chosen, receiver.getValue());
        });
        enable();
        Div bar = new Div(whose, receiver, give);
        bar.addClassNames("row", "giving");
        beside(bar);
    }

    /** Whose tickets the cards show; nobody's when null. */
    @Nullable String whose() {
        return whose.getValue() == null ? null : whose.getValue().login();
    }

    void show(
            BoardFilter filter,
            List<AgentNow> agents,
            List<Card> cards,
            Map<String, Fairness> fairness,
            Instant dayBegan,
            Instant now) {
        if (!agents.equals(people)) {
            people = agents;
            AgentNow to = receiver.getValue();
            AgentNow of = whose.getValue();
            receiver.setItems(agents);
            whose.setItems(agents);
            receiver.setValue(same(agents, to));
            whose.setValue(same(agents, of));
        }
        show(List.of(filter, agents, cards, fairness, now.getEpochSecond() / 60), () -> {
            ticked.retainAll(cards);
            enable();
            Div both = new Div(people(filter, agents, fairness, dayBegan, now), hand(cards, now));
            both.addClassName("handing");
            return both;
        });
    }

    private static @Nullable AgentNow same(List<AgentNow> agents, @Nullable AgentNow one) {
        return agents.stream().filter(agent -> one != null && agent.login().equals(one.login())).findFirst().orElse(null);
    }

    private Component people(
            BoardFilter filter, List<AgentNow> agents, Map<String, Fairness> fairness, Instant dayBegan, Instant now) {
        if (agents.isEmpty()) {
            return new Empty(VaadinIcon.USERS, "Nobody is on the roster.", "Agents come with their skills and shifts.");
        }
        Sheet sheet = new Sheet("People", List.of("Who", "State", "Last did something", "In hand", "Done today", "Fair choice"));
        agents.forEach(agent -> {
            Div name = new Div(new Span(agent.name()));
            name.addClassNames("strong", "taker");
            sheet.row(
                    name,
                    state(agent),
                    act(agent, now),
                    load(filter, agent),
                    done(filter, agent, dayBegan),
                    fair(agent, fairness.get(agent.login())));
            Element row = name.getElement().getParent().getParent();
            row.getClassList().add("taking");
            DropTarget<Div> target = DropTarget.create(name);
            target.addDropListener(drop -> drop.getDragData()
                    .filter(Card.class::isInstance)
                    .ifPresent(card -> giving.give(chosen((Card) card), agent)));
        });
        return sheet;
    }

    /** A ticket that is dragged takes the other ticked ones with it. */
    private List<Card> chosen(Card dragged) {
        return ticked.contains(dragged) ? List.copyOf(ticked) : List.of(dragged);
    }

    private static Component state(AgentNow agent) {
        return switch (agent.state()) {
            case ON_SHIFT -> new Chip(VaadinIcon.CHECK_CIRCLE_O, "On shift", Tone.OK);
            case ABSENT -> new Chip(VaadinIcon.AIRPLANE, "Away until " + Moments.near(agent.until()), Tone.WARN);
            case OFF -> new Chip(VaadinIcon.MOON_O, "Off shift", Tone.PLAIN);
        };
    }

    private static Component act(AgentNow agent, Instant now) {
        People.LastAct act = agent.lastAct();
        if (act == null) {
            return Sheet.soft("–");
        }
        return new Span(InboxNavigation.ticket(act.ticket()), Sheet.soft(" " + Moments.ago(act.at(), now)));
    }

    private static Component load(BoardFilter filter, AgentNow agent) {
        Div bar = new Div();
        bar.addClassNames("bar", "load");
        Element fill = new Element("i");
        fill.getStyle().setWidth(Math.min(100, agent.load() * 100 / agent.capacity()) + "%");
        bar.getElement().appendChild(fill);
        Span words = new Span(
                Sheet.count(agent.load(), filter.tickets("hand", agent.login()), "tickets in the hands of " + agent.name()),
                Sheet.soft(" of " + agent.capacity() + (agent.isFull() ? ", full" : "")));
        Div load = new Div(words, bar);
        load.addClassName(agent.isFull() ? "full-hands" : "free-hands");
        return load;
    }

    private static Component done(BoardFilter filter, AgentNow agent, Instant dayBegan) {
        if (agent.items() == 0) {
            return Sheet.soft("–");
        }
        return new Span(
                new Span(Words.count(agent.items(), "item") + " on "),
                new Anchor(
                        filter.tickets("done", agent.login() + "@" + dayBegan), Words.count(agent.tickets(), "ticket")));
    }

    private Component fair(AgentNow agent, @Nullable Fairness fairness) {
        if (fairness == null) {
            return Sheet.soft("nothing offered");
        }
        Span fair = new Span();
        Double ratio = fairness.ratio();
        if (ratio == null) {
            fair.add(Sheet.soft(fairness.offered() + " offered"));
        } else {
            Chip chip = new Chip(
                    String.format(java.util.Locale.ENGLISH, "%.2f", ratio)
                            + (fairness.isAlarming() ? ratio < 1 ? ", takes the easy ones" : ", takes the hard ones" : ""),
                    fairness.isAlarming() ? Tone.WARN : Tone.OK);
            chip.getElement().setAttribute("title",
                    "Usual handling time of what was taken over what was offered, last 30 days; 0.9 to 1.1 is fair");
            fair.add(chip);
        }
        if (fairness.skipped() > 0) {
            Button skips = new Button(fairness.skipped() + " skipped",
                    click -> Skipped.open(agent.name(), skipped.apply(agent.login())));
            skips.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            skips.setAriaLabel(fairness.skipped() + " skipped by " + agent.name() + ": show why");
            fair.add(skips);
        }
        return fair;
    }

    private Component hand(List<Card> cards, Instant now) {
        Div list = new Div();
        list.addClassName("cards");
        cards.forEach(card -> list.add(card(card, now)));
        if (!cards.isEmpty()) {
            list.getElement().setAttribute("role", "list");
            list.getElement().setAttribute("aria-label", "Tickets to hand out");
        } else {
            list.add(new Empty(VaadinIcon.CHECK_CIRCLE_O, "Nothing to hand out.", "Every step here is in somebody's hands."));
        }
        return list;
    }

    private Component card(Card card, Instant now) {
        Checkbox tick = new Checkbox();
        tick.setValue(ticked.contains(card));
        tick.setAriaLabel("Hand out " + card.number() + " " + card.subject());
        tick.addValueChangeListener(change -> {
            if (change.getValue()) {
                ticked.add(card);
            } else {
                ticked.remove(card);
            }
            enable();
        });
        Div box = new Div(
                tick,
                InboxNavigation.ticket(card.number()),
                new TwoLines(card.subject(), card.clientName() + " · " + card.step() + " · since " + Moments.ago(card.since(), now)));
        box.addClassName("card");
        box.getElement().setAttribute("role", "listitem");
        DragSource<Div> source = DragSource.create(box);
        source.setDragData(card);
        return box;
    }

    private void enable() {
        give.setEnabled(receiver.getValue() != null && !ticked.isEmpty());
        give.setText(ticked.isEmpty() ? "Give" : "Give " + Words.count(ticked.size(), "ticket"));
    }

    private static String label(AgentNow agent) {
        return agent.name() + " (" + agent.load() + " of " + agent.capacity()
                + switch (agent.state()) {
                    case ON_SHIFT -> "";
                    case ABSENT -> ", away";
                    case OFF -> ", off shift";
                } + ")";
    }
}

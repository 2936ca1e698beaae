package org.ticketingos.ui.finance;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ticketingos.billing.Payouts;
import org.ticketingos.client.MoneyText;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Page;
import org.ticketingos.ui.shell.Who;

/** What agents and the platform have earned in a month. */
@Route("finance/payouts")
@Menu(title = "Payouts", icon = "vaadin:wallet", order = 6)
@RolesAllowed({"FINANCE", "ADMIN"})
class PayoutsView extends Page {

    private static final Locale READER = Locale.forLanguageTag("en-IN");
    private static final int MONTHS = 12;

    PayoutsView(Payouts payouts, Clock clock) {
        super("Payouts");
        lead("Agents earn by accepted units; the platform's share is its own line.");
        full();
        Grid<Payouts.Total> grid = new Grid<>();
        grid.addColumn(total -> total.payee().equals("platform") ? "The platform" : Who.is(total.payee())).setHeader("Who").setFlexGrow(2);
        grid.addColumn(total -> total.units().stripTrailingZeros().toPlainString()).setHeader("Accepted units")
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(total -> MoneyText.format(total.amount(), READER)).setHeader("Earned")
                .setTextAlign(ColumnTextAlign.END);
        grid.setEmptyStateComponent(new Empty(
                VaadinIcon.WALLET, "Nobody has earned anything in this month.", "Accepted work shows up here."));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("numbers");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        YearMonth now = YearMonth.now(clock);
        ComboBox<YearMonth> month = new ComboBox<>();
        month.setAriaLabel("Month");
        month.setItemLabelGenerator(Moments::month);
        month.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        month.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                grid.setItems(payouts.totals(change.getValue()));
            }
        });
        month.setValue(now);
        actions(month);
        add(grid);
    }
}

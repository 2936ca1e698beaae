package org.ticketingos.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ticketingos.audit.AuditEntry;
import org.ticketingos.audit.AuditTrail;
import org.ticketingos.audit.Verification;
import org.ticketingos.client.Client;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.ticket.Page;
import org.ticketingos.ui.inbox.Paging;
import org.ticketingos.ui.shell.Empty;
import org.ticketingos.ui.shell.Moments;
import org.ticketingos.ui.shell.Notice;
import org.ticketingos.ui.shell.Panel;
import org.ticketingos.ui.shell.Tone;
import org.ticketingos.ui.shell.Who;
import org.ticketingos.ui.shell.Words;

/** Proves the memory: reads each client's chain from its first entry and names the first that does not hold. */
@Route("settings/audit")
@Menu(title = "Audit trail", icon = "vaadin:file-tree", order = 9)
@RolesAllowed({"ADMIN", "SUPERVISOR"})
class AuditView extends org.ticketingos.ui.shell.Page {

    private final AuditTrail trail;
    private final Div results = new Div();
    private final Grid<AuditEntry> grid = new Grid<>();

    AuditView(AuditTrail trail, Clients clients) {
        super("Audit trail");
        this.trail = trail;
        lead("Every act is chained to the one before it. Changing one byte breaks the chain there, and this page says where.");
        full();
        Button verify = new Button("Verify all chains", VaadinIcon.SHIELD.create(), click -> verify());
        verify.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions(verify);
        results.addClassName("stack");
        add(results, entries(clients));
    }

    private void verify() {
        results.removeAll();
        List<Verification> chains = trail.verifyAll();
        List<Verification> broken = chains.stream().filter(one -> !one.intact()).toList();
        broken.forEach(one -> one.firstBreak().ifPresent(bad -> results.add(new Notice(
                "The chain of %s is broken at entry %d of %s: %s".formatted(
                        one.client(), bad.seq(), Moments.at(bad.at()), bad.what()),
                Tone.BAD))));
        long entries = chains.stream().filter(Verification::intact).mapToLong(Verification::entries).sum();
        int checkpoints = chains.stream().mapToInt(Verification::checkpoints).sum();
        if (chains.size() > broken.size()) {
            results.add(new Notice(Words.count(chains.size() - broken.size(), "chain") + " intact: "
                    + Words.count(entries, "entry").replace("entrys", "entries") + " read, compared with "
                    + Words.count(checkpoints, "signed checkpoint") + ".", Tone.OK));
        }
        if (chains.isEmpty()) {
            results.add(new Notice("Nothing has been remembered yet.", Tone.INFO));
        }
        results.getStyle().setMarginBottom("0.75rem");
    }

    private Component entries(Clients clients) {
        List<ClientId> ids = new ArrayList<>(clients.all().stream().map(Client::id).toList());
        ids.add(ClientId.HOUSE);
        ComboBox<ClientId> chain = new ComboBox<>();
        chain.setAriaLabel("Whose chain");
        chain.setWidth("16rem");
        chain.setItems(ids);
        chain.setItemLabelGenerator(id -> id.equals(ClientId.HOUSE) ? "The house itself" : clients.get(id).name());
        chain.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Paging.feed(grid, (cursor, size) -> page(change.getValue(), cursor, size), AuditEntry::seq);
            }
        });
        grid.addColumn(AuditEntry::seq).setHeader("Entry").setWidth("5rem").setFlexGrow(0);
        grid.addColumn(entry -> Moments.at(entry.at())).setHeader("When").setWidth("11rem").setFlexGrow(0);
        grid.addColumn(entry -> Who.is(entry.actor())).setHeader("Who").setWidth("9rem").setFlexGrow(0);
        grid.addColumn(entry -> Words.text(entry.event())).setHeader("What").setWidth("12rem").setFlexGrow(0);
        grid.addComponentColumn(entry -> AuditFacts.of(entry.payload())).setHeader("Facts").setFlexGrow(3);
        grid.addComponentColumn(entry -> {
            Span hash = new Span(entry.hash().substring(0, 12) + "…");
            hash.getElement().setAttribute("title", entry.hash());
            hash.addClassNames("soft", "numbers");
            return hash;
        }).setHeader("Hash").setWidth("9rem").setFlexGrow(0);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new Empty(
                VaadinIcon.FILE_TREE, "This chain has no entry yet.", "Acts of this client's tickets show up here."));
        grid.setHeight("26rem");
        if (!ids.isEmpty()) {
            chain.setValue(ids.get(0));
        }
        return new Panel("Entries, newest first", grid).beside(chain);
    }

    private Page<AuditEntry> page(ClientId client, @Nullable String cursor, int size) {
        List<AuditEntry> found =
                trail.entries(client, cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), size);
        return new Page<>(found, found.size() < size ? null : Long.toString(found.get(size - 1).seq()));
    }
}

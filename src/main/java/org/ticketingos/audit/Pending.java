package org.ticketingos.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.ticketingos.audit.Chain.Act;
import org.ticketingos.client.ClientId;

/** What one transaction has to remember; appended as the last thing before it commits. */
class Pending implements TransactionSynchronization {

    private final Chain chain;
    private final List<Object> acts = new ArrayList<>();
    private boolean closed;

    private Pending(Chain chain) {
        this.chain = chain;
    }

    /** That of the running transaction. */
    static Pending current(Chain chain) {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof Pending pending) {
                return pending;
            }
        }
        Pending pending = new Pending(chain);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(long eventSeq) {
        acts.add(eventSeq);
        appendIfClosed();
    }

    void add(Act act) {
        acts.add(act);
        appendIfClosed();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        closed = true;
        append();
    }

    /** Somebody acted while the transaction was committing already. */
    private void appendIfClosed() {
        if (closed) {
            append();
        }
    }

    private void append() {
        Map<Long, Act> history = new LinkedHashMap<>();
        List<Long> seqs = acts.stream().filter(Long.class::isInstance).map(Long.class::cast).toList();
        if (!seqs.isEmpty()) {
            chain.history(seqs).forEach(act -> history.put(act.eventSeq(), act));
        }
        // Sorted, so that two transactions about the same two clients cannot wait for each other.
        Map<String, List<Act>> byClient = new TreeMap<>();
        for (Object each : acts) {
            Act act = each instanceof Act own ? own : history.get(each);
            if (act != null) {
                byClient.computeIfAbsent(act.client().value(), id -> new ArrayList<>()).add(act);
            }
        }
        acts.clear();
        byClient.forEach((client, due) -> chain.append(new ClientId(client), due));
    }
}

package org.ticketingos.delivery.dataentry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.ticketingos.channel.Conversation;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.document.Documents;
import org.ticketingos.document.Page;
import org.ticketingos.document.Text;
import org.ticketingos.document.Word;

/** Proposes the fields of an item from its paper, or from the words of the request where there is no paper. */
@Component
class Reader {

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** A longer request is prose; what is to be keyed stands at its beginning. */
    private static final int MOST_LINES = 200;

    private final Documents documents;
    private final Conversation conversation;
    private final Clients clients;
    private final VendorMemory memory;
    private final Clock clock;

    Reader(Documents documents, Conversation conversation, Clients clients, VendorMemory memory, Clock clock) {
        this.documents = documents;
        this.conversation = conversation;
        this.clients = clients;
        this.memory = memory;
        this.clock = clock;
    }

    Proposals proposals(WorkItem item) {
        Optional<Text> text = item.document() == null
                ? Optional.of(typed(conversation.firstText(item.ticket())))
                : documents.text(item.document());
        Client client = clients.get(item.client());
        Known known = new Known(
                client.name(),
                client.country(),
                client.taxId(),
                memory.vendors(item.client()),
                LocalDate.ofInstant(clock.instant(), client.zone()));
        return text.map(words -> Proposer.propose(words, known)).orElse(Proposals.NONE);
    }

    /** Of the client an item was received from, ISO 3166. */
    String country(WorkItem item) {
        return clients.get(item.client()).country();
    }

    /** Typed lines as a page of equal characters, so that the same rules read them. */
    static Text typed(String lines) {
        List<Word> words = new ArrayList<>();
        String[] rows = lines.split("\\R");
        for (int r = 0; r < Math.min(rows.length, MOST_LINES); r++) {
            Matcher word = WORD.matcher(rows[r]);
            while (word.find()) {
                words.add(new Word(word.group(), word.start() / 100.0, (r + 0.5) / MOST_LINES,
                        (word.end() - word.start()) / 100.0 - 0.001, 0.6 / MOST_LINES, 100));
            }
        }
        return new Text(List.of(new Page(1, 1000, 1414, false, words)));
    }
}

package org.ticketingos.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ticketingos.Wired;
import org.ticketingos.access.AccessRefused;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.channel.Attachment;
import org.ticketingos.client.ClientId;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.delivery.WorkItem;
import org.ticketingos.delivery.WorkItems;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;
import org.ticketingos.ticket.Stage;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;
import org.ticketingos.ticket.Tickets;
import org.ticketingos.upload.Added.Fate;

class UploadsTest {

    private static AnnotationConfigApplicationContext beans;

    private final Uploads uploads = beans.getBean(Uploads.class);
    private final Standings standings = beans.getBean(Standings.class);
    private final Tickets tickets = beans.getBean(Tickets.class);
    private final Documents documents = beans.getBean(Documents.class);
    private final JdbcClient jdbc = beans.getBean(JdbcClient.class);
    private final Wired.Hands clock = beans.getBean(Wired.Hands.class);
    private ClientId client;
    private CurrentUser meera;

    @BeforeAll
    static void house() {
        beans = Wired.modules("org.ticketingos.access", "org.ticketingos.ticket", "org.ticketingos.client",
                "org.ticketingos.document", "org.ticketingos.channel", "org.ticketingos.gate",
                "org.ticketingos.delivery", "org.ticketingos.upload");
        beans.refresh();
        beans.stop();
    }

    @AfterAll
    static void close() {
        beans.close();
    }

    @BeforeEach
    void a_client() {
        client = company();
        meera = person(client, "meera", ClientRights.ALL);
        LoggedIn.as(meera);
    }

    @AfterEach
    void leave() {
        LoggedIn.nobody();
    }

    @Test
    void a_job_of_500_scans_uploaded_twice_is_one_job_of_500_items_and_the_second_upload_reports_500_known() {
        List<Attachment> scans = scans(500);
        UUID first = open(meera, "march").id();
        assertThat(fates(first, scans, false)).hasSize(500).containsOnly(Fate.TAKEN);
        uploads.send(first, meera);

        UUID again = open(meera, "march").id();
        assertThat(again).as("the same key is the same upload").isEqualTo(first);
        assertThat(fates(again, scans, false)).hasSize(500).containsOnly(Fate.KNOWN);
        uploads.send(again, meera);
        UUID other = open(meera, "another key").id();
        assertThat(fates(other, scans, false)).hasSize(500).containsOnly(Fate.KNOWN);
        assertThatThrownBy(() -> uploads.send(other, meera))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("nothing new");

        assertThat(count("ticket")).isEqualTo(1);
        assertThat(count("document")).isEqualTo(500);
        assertThat(standings.counts(Standings.Of.upload(first))).isEqualTo(Map.of(PaperState.RECEIVED, 500));
        assertThat(standings.counts(Standings.Of.upload(other))).isEqualTo(Map.of(PaperState.KNOWN, 500));
    }

    @Test
    void five_hundred_are_the_most_and_what_cannot_be_taken_is_said_file_by_file() {
        UUID id = open(meera, "full").id();
        fates(id, scans(500), false);

        assertThat(uploads.add(id, file("one more"), false, meera).reason()).contains("at most 500 files");
        UUID odd = open(meera, "odd").id();
        assertThat(uploads.add(odd, new Attachment("empty.pdf", "application/pdf", new byte[0]), false, meera))
                .extracting(Added::fate, Added::reason)
                .containsExactly(Fate.REFUSED, "The file is empty.");
        uploads.add(odd, file("a"), false, meera);
        uploads.send(odd, meera);
        assertThat(uploads.add(odd, file("b"), false, meera).reason()).contains("is sent");
    }

    @Test
    void the_same_content_is_known_for_thirty_days_and_can_be_wanted_again() {
        send("june", file("rates"));
        UUID soon = open(meera, "soon").id();
        assertThat(uploads.add(soon, named("other-name.txt", "rates"), false, meera))
                .satisfies(added -> assertThat(added.fate()).isEqualTo(Fate.KNOWN))
                .satisfies(added -> assertThat(added.reason()).startsWith("The same file came with T-"));
        UUID wanted = open(meera, "wanted").id();
        assertThat(uploads.add(wanted, file("rates"), true, meera).fate()).isEqualTo(Fate.TAKEN);
        uploads.send(wanted, meera);

        clock.set(clock.instant().plus(Duration.ofDays(31)));
        UUID later = open(meera, "later").id();
        assertThat(uploads.add(later, file("rates"), false, meera).fate()).isEqualTo(Fate.TAKEN);
    }

    @Test
    void what_came_with_another_request_while_an_upload_was_collected_is_not_taken_twice() {
        UUID slow = open(meera, "slow").id();
        fates(slow, List.of(file("both"), file("only here")), false);
        send("quick", file("both"));

        uploads.send(slow, meera);

        assertThat(standings.counts(Standings.Of.upload(slow)))
                .isEqualTo(Map.of(PaperState.RECEIVED, 1, PaperState.KNOWN, 1));
        assertThat(count("document")).isEqualTo(2);
    }

    @Test
    void what_is_collected_can_be_thrown_away_until_it_is_sent() {
        UUID id = open(meera, "mistake").id();
        fates(id, scans(3), false);
        assertThat(standings.counts(Standings.Of.upload(id))).isEqualTo(Map.of(PaperState.COLLECTED, 3));
        uploads.discard(id, meera);
        assertThat(uploads.find(id)).isEmpty();
        assertThat(count("document")).isZero();

        UUID sent = send("meant", file("x"));
        assertThatThrownBy(() -> uploads.discard(sent, meera)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void each_file_says_how_it_stands_as_reading_work_and_sign_off_go_on() {
        UUID id = send("states", named("a.txt", "a"), named("b.txt", "b"), named("c.txt", "c"), named("d.txt", "d"));
        TicketId ticket = ticket(id);
        List<DocumentRef> papers = Scope.system(() -> documents.about(ticket.toString()));
        Map<String, UUID> byName = new java.util.HashMap<>();
        papers.forEach(paper -> byName.put(paper.name(), paper.id()));
        WorkItems items = beans.getBean(WorkItems.class);
        Scope.system(() -> {
            documents.requestReading(byName.get("a.txt"));
            read(byName.get("b.txt"), "READ", "");
            read(byName.get("c.txt"), "READ", "Page 2 was not read.");
            read(byName.get("d.txt"), "ENCRYPTED", "The file is locked by a password.");
        });
        assertThat(states(id)).containsExactly(
                "a.txt BEING_READ ", "b.txt READ ", "c.txt DOUBTFUL Page 2 was not read.",
                "d.txt CANNOT_BE_READ The file is locked by a password.");

        Map<String, WorkItem> work = new java.util.HashMap<>();
        Scope.system(() -> {
            byName.keySet().stream().sorted().forEach(
                    name -> work.put(name, items.add(ticket, "invoice", byName.get(name))));
            tickets.enter(ticket, Stage.PROCESS);
            tickets.assign(ticket, "data-entry", "amy", "free");
        });
        assertThat(states(id).get(0)).isEqualTo("a.txt BEING_WORKED ");
        Scope.system(() -> {
            items.record(work.get("a.txt").id(), "invoice", Map.of("total", "1"), "amy");
            items.reject(work.get("b.txt").id(), "No invoice", "amy");
        });
        assertThat(states(id)).startsWith("a.txt ENTERED ", "b.txt NOT_WORKED No invoice", "c.txt BEING_WORKED ");
        UUID round = UUID.randomUUID();
        Scope.system(() -> delivered(round, ticket));
        assertThat(states(id).get(0)).isEqualTo("a.txt DELIVERED ");
        Scope.system(() -> jdbc.sql("update deliverable set state = 'ACCEPTED' where id = ?").param(round).update());
        assertThat(states(id).get(0)).isEqualTo("a.txt ACCEPTED ");
        Scope.system(() -> {
            jdbc.sql("update deliverable set state = 'REJECTED' where id = ?").param(round).update();
            jdbc.sql("insert into item_verdict values (?, ?, ?, 'wrong', 'The total is wrong')")
                    .params(round, client.value(), work.get("a.txt").id())
                    .update();
            items.reopen(work.get("a.txt").id(), "Among us");
        });
        assertThat(states(id).get(0)).isEqualTo("a.txt RETURNED The total is wrong");
        Scope.system(() -> tickets.close(ticket, "withdrawn by the client", clock.instant()));
        assertThat(standings.counts(Standings.Of.ticket(ticket))).isEqualTo(Map.of(PaperState.WITHDRAWN, 4));
    }

    @Test
    void what_the_virus_scanner_found_while_files_were_collected_is_said_when_they_are_sent() {
        UUID id = open(meera, "ill").id();
        fates(id, List.of(file("good"), file("bad")), false);
        Scope.system(() -> jdbc.sql("""
                        update document set scan = 'INFECTED', scan_finding = 'Eicar' where name = 'bad.txt' and client_id = ?""")
                .param(client.value())
                .update());
        assertThat(standings.counts(Standings.Of.upload(id)))
                .isEqualTo(Map.of(PaperState.COLLECTED, 1, PaperState.KEPT_APART, 1));
        uploads.send(id, meera);
        TicketId ticket = ticket(id);
        assertThat(standings.counts(Standings.Of.upload(id)))
                .isEqualTo(Map.of(PaperState.RECEIVED, 1, PaperState.KEPT_APART, 1));
        assertThat(in(() -> tickets.history(ticket)).stream().map(event -> event.kind()))
                .contains("attachment-kept-apart", "reply-written");
    }

    @Test
    void files_are_paged_by_name_and_found_by_a_part_of_it() {
        UUID id = open(meera, "pages").id();
        fates(id, scans(25), false);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = standings.page(Standings.Of.upload(id), Standings.Filter.ALL, cursor, 10);
            page.items().forEach(one -> seen.add(one.name()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
        assertThat(standings.page(Standings.Of.upload(id), new Standings.Filter("AN-00", null), null, 50).items()).hasSize(9);
        assertThat(standings.page(Standings.Of.upload(id), new Standings.Filter("%", null), null, 50).items()).isEmpty();
        assertThat(standings.page(Standings.Of.upload(id), new Standings.Filter("", PaperState.READ), null, 50).items())
                .isEmpty();
        assertThatThrownBy(() -> standings.page(Standings.Of.upload(id), Standings.Filter.ALL, "not-ours", 5))
                .isInstanceOf(TicketRefused.class);
    }

    @Test
    void other_clients_and_colleagues_without_sight_see_and_learn_nothing_of_it() {
        UUID id = send("ours", file("secret"));
        CurrentUser narrow = person(client, "narrow", new ClientRights(Set.of(ClientRole.REQUESTER), false, false));
        CurrentUser stranger = person(company(), "stranger", ClientRights.ALL);
        for (CurrentUser who : List.of(narrow, stranger)) {
            LoggedIn.as(who);
            assertThat(uploads.find(id)).isEmpty();
            assertThat(uploads.page(null, 50).items()).isEmpty();
            assertThat(standings.page(Standings.Of.upload(id), Standings.Filter.ALL, null, 50).items()).isEmpty();
            assertThat(standings.counts(Standings.Of.upload(id))).isEmpty();
            UUID own = open(who, "own").id();
            assertThat(uploads.add(own, file("secret"), false, who).fate()).as("not told that it is known").isEqualTo(Fate.TAKEN);
            assertThat(uploads.send(own, who).ticket()).isNotNull();
            assertThat(standings.counts(Standings.Of.upload(own))).isEqualTo(Map.of(PaperState.RECEIVED, 1));
        }
        CurrentUser viewer = person(client, "viewer", new ClientRights(Set.of(ClientRole.VIEWER), true, false));
        LoggedIn.as(viewer);
        assertThat(uploads.find(id)).isPresent();
        assertThatThrownBy(() -> open(viewer, "x")).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> uploads.add(id, file("y"), false, viewer)).isInstanceOf(AccessRefused.class);
    }

    private UUID send(String key, Attachment... files) {
        UUID id = open(meera, key).id();
        fates(id, List.of(files), false);
        uploads.send(id, meera);
        return id;
    }

    private Upload open(CurrentUser who, String key) {
        return uploads.open(
                new NewUpload(who.client(), "api", key, who.login(), "Scans", "Please enter.", null, null), who);
    }

    private List<Fate> fates(UUID id, List<Attachment> files, boolean again) {
        return files.stream().map(file -> uploads.add(id, file, again, meera).fate()).toList();
    }

    private List<String> states(UUID id) {
        return standings.page(Standings.Of.upload(id), Standings.Filter.ALL, null, 50).items().stream()
                .map(one -> one.name() + " " + one.state() + " " + one.reason())
                .toList();
    }

    private TicketId ticket(UUID upload) {
        return in(() -> tickets.find(uploads.find(upload).orElseThrow().ticket()).orElseThrow().id());
    }

    private void read(UUID document, String status, String reason) {
        jdbc.sql("update document set status = ?, reason = ? where id = ?").params(status, reason, document).update();
    }

    private void delivered(UUID round, TicketId ticket) {
        java.sql.Timestamp now = java.sql.Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into deliverable (id, ticket_id, client_id, round, state, units, content_hash,
                                                 delivered_at, remind_at, deemed_at)
                        values (?, ?, ?, 1, 'DELIVERED', 1, 'x', ?, ?, ?)""")
                .params(round, ticket.value(), client.value(), now, now, now)
                .update();
    }

    private int count(String table) {
        return in(() -> jdbc.sql("select count(*) from " + table + " where client_id = ?")
                .param(client.value())
                .query(Integer.class)
                .single());
    }

    private static <T> T in(Supplier<T> work) {
        T answer = Scope.system(work::get);
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    private ClientId company() {
        String id = "up-" + UUID.randomUUID().toString().substring(0, 12);
        Scope.system(() -> jdbc.sql("""
                        insert into client (id, name, address, country, zone, locale, billing_mail)
                        values (?, 'Scan Traders', 'Main Road', 'IN', 'Asia/Kolkata', 'en-IN', 'pay@scan.example')""")
                .param(id)
                .update());
        return new ClientId(id);
    }

    private static CurrentUser person(ClientId client, String name, ClientRights rights) {
        String login = name + "-" + client;
        return new CurrentUser(login, name, Set.of(Role.CLIENT), client, Set.of(), rights, login + "@scan.example");
    }

    private List<Attachment> scans(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(n -> named("scan-%03d.txt".formatted(n), "Scan " + n)).toList();
    }

    private static Attachment file(String content) {
        return named(content.replace(' ', '-') + ".txt", content);
    }

    private static Attachment named(String name, String content) {
        return new Attachment(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}

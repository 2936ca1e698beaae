package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.client.ClientId;
import org.ticketingos.client.Clients;
import org.ticketingos.insight.Band;
import org.ticketingos.insight.Board;
import org.ticketingos.insight.BoardFilter;
import org.ticketingos.insight.Flaws;
import org.ticketingos.insight.Hands;
import org.ticketingos.insight.Landscape;
import org.ticketingos.insight.People;
import org.ticketingos.ticket.ServiceLine;
import org.ticketingos.ticket.Stage;
import org.ticketingos.workflow.Incidents;

@RestController
@RequestMapping("/api/v1/board")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
@Tag(name = "Board", description = "What supervisors look at: load, promises, people, trouble, quality.")
class BoardApi {

    private static final int HOURS = 8;
    private static final int IDLE_HOURS = 8;
    private static final int ROWS = 50;
    private static final Duration QUALITY = Duration.ofDays(30);

    private final Board board;
    private final People people;
    private final Hands hands;
    private final Flaws flaws;
    private final Incidents incidents;
    private final Clients clients;
    private final Clock clock;

    BoardApi(
            Board board, People people, Hands hands, Flaws flaws, Incidents incidents, Clients clients, Clock clock) {
        this.board = board;
        this.people = people;
        this.hands = hands;
        this.flaws = flaws;
        this.incidents = incidents;
        this.clients = clients;
        this.clock = clock;
    }

    /** @param tickets address of the screen that lists exactly these */
    record Figure(long count, String tickets) {}

    record IdleJson(String ticket, String subject, String client, @Nullable String owner, Instant touchedAt) {}

    record EscalationJson(String task, String ticket, String subject, String client, Instant since) {}

    record StuckJson(String ticket, String step, Instant since, String happened, String retry, int times) {}

    record BoardJson(
            Instant asOf,
            Figure open,
            Map<String, Figure> promises,
            Map<String, Figure> stages,
            List<Board.QueueLoad> queues,
            List<Board.HourDue> due,
            List<Board.HourFlow> flow,
            long idle,
            boolean idleAndMore,
            List<IdleJson> idleLongest,
            List<People.AgentNow> people,
            List<EscalationJson> escalations,
            List<StuckJson> stuck,
            Flaws.Quality quality) {}

    @GetMapping
    @Operation(summary = "All numbers of the board, of all work or of one line, client or queue; hours and days in UTC")
    BoardJson board(
            @RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String queue) {
        BoardFilter filter = new BoardFilter(line(line), client(client), queue);
        Instant now = clock.instant();
        Landscape open = board.open(filter);
        Map<String, Figure> promises = new LinkedHashMap<>();
        for (Band band : Band.values()) {
            promises.put(band.code(), new Figure(open.of(band), filter.tickets("open", "yes", "sla", band.code())));
        }
        Map<String, Figure> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage.activity(),
                    new Figure(open.of(stage), filter.tickets("open", "yes", "stage", stage.activity())));
        }
        Board.Idle idle = board.idle(filter, IDLE_HOURS, ROWS);
        return new BoardJson(
                now,
                new Figure(open.open(), filter.tickets("open", "yes")),
                promises,
                stages,
                board.queues(filter),
                board.due(filter, ZoneOffset.UTC, HOURS),
                board.flow(filter, ZoneOffset.UTC, HOURS),
                idle.count(),
                idle.capped(),
                idle.oldest().stream()
                        .map(one -> new IdleJson(
                                one.number().value(), one.subject(), one.clientName(), one.owner(), one.touched()))
                        .toList(),
                people.now(filter, now.truncatedTo(ChronoUnit.DAYS)),
                hands.escalations(filter, ROWS).stream()
                        .map(card -> new EscalationJson(
                                card.taskId(), card.number().value(), card.subject(), card.clientName(), card.since()))
                        .toList(),
                incidents.open().stream()
                        .map(one -> new StuckJson(
                                one.number().value(), one.step(), one.since(), one.sentence(), one.retry(), one.times()))
                        .toList(),
                flaws.since(filter, now.minus(QUALITY)));
    }

    private static @Nullable ServiceLine line(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(ServiceLine.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadInput("There is no service line \"" + code + "\"."));
    }

    private @Nullable ClientId client(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return clients.find(new ClientId(id)).orElseThrow(() -> new NotThere("client")).id();
    }
}

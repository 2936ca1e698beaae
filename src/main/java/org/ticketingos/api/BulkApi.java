package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.bulk.Bulk;
import org.ticketingos.bulk.BulkAct;
import org.ticketingos.bulk.BulkCsv;
import org.ticketingos.bulk.BulkOrder;
import org.ticketingos.bulk.BulkRow;
import org.ticketingos.bulk.BulkRun;
import org.ticketingos.ticket.Priority;
import org.ticketingos.workflow.ConditionJson;
import org.ticketingos.workflow.InboxFilter;

@RestController
@RequestMapping("/api/v1/tasks/bulk")
@PreAuthorize("hasAnyRole('AGENT', 'SUPERVISOR', 'FINANCE', 'REVIEWER', 'ADMIN')")
@Tag(name = "Tasks")
class BulkApi {

    private static final int SHOWN = 1000;

    private final Bulk bulk;

    BulkApi(Bulk bulk) {
        this.bulk = bulk;
    }

    /**
     * What to do to which steps: those named, or all that match the filter.
     *
     * @param dryRun only try: every step is done by the same rules and taken back
     */
    record OrderJson(
            @Nullable BulkAct act,
            @Nullable String to,
            @Nullable Priority priority,
            @Nullable String text,
            @Nullable Map<String, Object> form,
            @Nullable List<String> tasks,
            @Nullable FilterJson filter,
            boolean dryRun) {}

    /** @param where a condition as saved views have them, written as JSON text */
    record FilterJson(
            InboxFilter.@Nullable View view,
            @Nullable String queue,
            @Nullable String serviceLine,
            @Nullable String client,
            @Nullable String q,
            @Nullable String where,
            @Nullable String zone) {

        InboxFilter filter() {
            return new InboxFilter(view == null ? InboxFilter.View.ALL : view, queue, serviceLine, client, q)
                    .where(ConditionJson.read(where))
                    .in(zoneId());
        }

        private ZoneId zoneId() {
            try {
                return zone == null ? ZoneId.of("UTC") : ZoneId.of(zone);
            } catch (DateTimeException e) {
                throw new BadInput("\"zone\" is a time zone such as Asia/Kolkata.");
            }
        }
    }

    /** How far a run is, and what came of the first thousand steps. */
    record RunJson(
            UUID id, BulkAct act, boolean dryRun, int total, int done, int refused, boolean finished,
            boolean cancelled, Map<String, Integer> reasons, List<RowJson> rows) {

        static RunJson of(BulkRun run) {
            return new RunJson(run.id(), run.act(), run.isDry(), run.total(), run.done(), run.refused(),
                    run.isFinished(), run.isCancelled(), run.reasons(),
                    run.rows().stream().limit(SHOWN).map(RowJson::of).toList());
        }
    }

    /** What came of one step. */
    record RowJson(String task, String ticket, String step, boolean done, String result) {

        static RowJson of(BulkRow row) {
            return new RowJson(row.taskId(), row.number(), row.step(), row.done(), row.sentence());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Do, or only try, one thing to many steps; read the answer's id until it is finished")
    RunJson start(@RequestBody OrderJson order) {
        CurrentUser who = CurrentUser.get();
        if (order.act() == null) {
            throw new BadInput("Say what to do: \"act\" is one of " + List.of(BulkAct.values()) + ".");
        }
        BulkOrder what = new BulkOrder(order.act(), order.to(), order.priority(), order.text(),
                order.form() == null ? Map.of() : order.form());
        if ((order.tasks() == null) == (order.filter() == null)) {
            throw new BadInput("Name the steps in \"tasks\", or all that match a \"filter\", one of the two.");
        }
        List<String> tasks = order.filter() == null
                ? order.tasks().stream().filter(java.util.Objects::nonNull).distinct().toList()
                : bulk.matching(order.filter().filter(), who);
        return RunJson.of(bulk.start(what, tasks, order.dryRun(), who));
    }

    @GetMapping("/{run}")
    @Operation(summary = "How far a run of yours is")
    RunJson get(@PathVariable String run) {
        return RunJson.of(find(run));
    }

    @GetMapping(path = "/{run}/rows.csv", produces = "text/csv;charset=UTF-8")
    @Operation(summary = "What came of each step, for a spreadsheet")
    ResponseEntity<String> rows(@PathVariable String run) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"result.csv\"")
                .body(BulkCsv.of(find(run)));
    }

    @PostMapping("/{run}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop before the next step; what is done stays done")
    void cancel(@PathVariable String run) {
        find(run).cancel();
    }

    @PostMapping("/{run}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Bring back what a run changed, where nobody has changed it since")
    RunJson undo(@PathVariable String run) {
        return RunJson.of(bulk.undo(find(run).id(), CurrentUser.get()));
    }

    private BulkRun find(String run) {
        try {
            return bulk.find(UUID.fromString(run), CurrentUser.get()).orElseThrow(() -> new NotThere("run"));
        } catch (IllegalArgumentException e) {
            throw new NotThere("run");
        }
    }
}

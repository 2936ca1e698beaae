package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.OpenTask;
import org.ticketingos.workflow.NextTask;
import org.ticketingos.workflow.SkipReason;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "Human steps: list them, take them, do them.")
class TasksApi {

    private final Inbox inbox;
    private final NextTask next;

    TasksApi(Inbox inbox, NextTask next) {
        this.inbox = inbox;
        this.next = next;
    }

    @GetMapping
    @Operation(summary = "Open steps that are yours or your queues', least time left first")
    Listing<TaskJson> list(
            @RequestParam(defaultValue = "ALL") InboxFilter.View view,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String serviceLine,
            @RequestParam(required = false) @Nullable String client,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        InboxFilter filter = new InboxFilter(view, queue, serviceLine, client, ticket == null ? q : ticket);
        return Listing.of(inbox.items(filter, CurrentUser.get(), after, limit), TaskJson::of);
    }

    @PostMapping("/next")
    @Operation(summary = "Take the next step: your own first, else the best ranked one nobody has; 204 when there is none")
    ResponseEntity<NextJson> next() {
        CurrentUser who = CurrentUser.get();
        return next.take(who)
                .map(offer -> ResponseEntity.ok(
                        new NextJson(offer.why(), TaskJson.of(inbox.open(offer.item().taskId(), who)))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a step back with a reason; it is not offered to you again for four hours")
    void skip(@PathVariable String id, @RequestBody SkipJson skip) {
        if (skip.reason() == null) {
            throw new BadInput("Say why you skip this step: \"reason\" is one of " + List.of(SkipReason.values()) + ".");
        }
        next.skip(id, skip.reason(), skip.note(), CurrentUser.get());
    }

    /** Why this step, and the step. */
    record NextJson(String why, TaskJson task) {}

    /** @param note needed when the reason is OTHER */
    record SkipJson(@Nullable SkipReason reason, @Nullable String note) {}

    @PostMapping("/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a step to a colleague; a supervisor may do so with any, everybody with what is theirs")
    void handOver(@PathVariable String id, @RequestBody HandOverJson to) {
        if (to.to() == null || to.to().isBlank()) {
            throw new BadInput("Say who gets the step: \"to\" is a log-in name.");
        }
        inbox.handOver(id, to.to().strip(), CurrentUser.get());
    }

    /** @param to log-in name of the colleague */
    record HandOverJson(@Nullable String to) {}

    @GetMapping("/{id}")
    @Operation(summary = "One step with the fields it asks for, their options and proposed values")
    TaskJson open(@PathVariable String id) {
        CurrentUser who = CurrentUser.get();
        OpenTask task = inbox.open(id, who);
        if (who.isBlind() && !who.groups().contains(String.valueOf(task.item().queue()))) {
            throw new NotThere("task");
        }
        return TaskJson.of(task);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a step; refused when somebody else was faster")
    TaskJson claim(@PathVariable String id) {
        CurrentUser who = CurrentUser.get();
        inbox.claim(id, who);
        return TaskJson.of(inbox.open(id, who));
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a step back to its queue")
    void release(@PathVariable String id) {
        inbox.release(id, CurrentUser.get());
    }

    @PostMapping("/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep what has been typed so far")
    void draft(@PathVariable String id, @RequestBody Map<String, Object> form) {
        inbox.draft(id, form, CurrentUser.get());
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do a step with these form values; findings come back field by field")
    void complete(@PathVariable String id, @RequestBody Map<String, Object> form) {
        inbox.complete(id, form, CurrentUser.get());
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "Human steps: list them, take them, do them.")
class TasksApi {

    private final Inbox inbox;

    TasksApi(Inbox inbox) {
        this.inbox = inbox;
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
    @Operation(summary = "Take the most urgent step nobody has yet; 204 when there is none")
    ResponseEntity<TaskJson> next() {
        CurrentUser who = CurrentUser.get();
        return inbox.next(who)
                .map(item -> ResponseEntity.ok(TaskJson.of(inbox.open(item.taskId(), who))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One step with the fields it asks for, their options and proposed values")
    TaskJson open(@PathVariable String id) {
        return TaskJson.of(inbox.open(id, CurrentUser.get()));
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

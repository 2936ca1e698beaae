package org.ticketingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.workflow.ConditionJson;
import org.ticketingos.workflow.Inbox;
import org.ticketingos.workflow.InboxCounts;
import org.ticketingos.workflow.InboxFilter;
import org.ticketingos.workflow.InboxOrder;
import org.ticketingos.workflow.SavedView;
import org.ticketingos.workflow.InboxViews;

@RestController
@RequestMapping("/api/v1/views")
@PreAuthorize("hasAnyRole('AGENT', 'SUPERVISOR', 'FINANCE', 'REVIEWER', 'ADMIN')")
@Tag(name = "Tasks")
class ViewsApi {

    private final InboxViews views;
    private final InboxCounts counts;
    private final Inbox inbox;
    private final ObjectMapper json;

    ViewsApi(InboxViews views, InboxCounts counts, Inbox inbox, ObjectMapper json) {
        this.views = views;
        this.counts = counts;
        this.inbox = inbox;
        this.json = json;
    }

    /**
     * A view.
     *
     * @param where condition; null for none
     * @param count how many steps it holds for you, {@code 500+} beyond 500; left out when saving
     */
    record ViewJson(
            @Nullable String id,
            @Nullable String name,
            InboxFilter.@Nullable View whose,
            @Nullable JsonNode where,
            @Nullable InboxOrder order,
            boolean backwards,
            @Nullable List<String> columns,
            @Nullable String sharedRole,
            @Nullable String sharedQueue,
            @Nullable String owner,
            @Nullable String count) {}

    @GetMapping
    @Operation(summary = "The views you may use, with how many steps each holds for you")
    Listing<ViewJson> list() {
        CurrentUser who = CurrentUser.get();
        return Listing.whole(views.of(who).stream().map(view -> shown(view, counts.of(view.filter(), who))).toList());
    }

    @PostMapping
    @Operation(summary = "Save a view of your own; with its id, in its place")
    ViewJson save(@RequestBody ViewJson view) {
        CurrentUser who = CurrentUser.get();
        SavedView saved = views.save(
                new SavedView(
                        view.id() == null ? null : id(view.id()), "", who.login(), view.name() == null ? "" : view.name(),
                        view.whose() == null ? InboxFilter.View.ALL : view.whose(),
                        view.where() == null || view.where().isNull()
                                ? null
                                : ConditionJson.read(view.where().toString()),
                        view.order() == null ? InboxOrder.SLACK : view.order(),
                        view.backwards(),
                        view.columns() == null ? SavedView.USUAL_COLUMNS : columns(view.columns()),
                        view.sharedRole(),
                        view.sharedQueue()),
                who);
        return shown(saved, null);
    }

    @GetMapping("/{id}/tasks")
    @Operation(summary = "The steps a view holds for you, page by page")
    Listing<TaskJson> tasks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        CurrentUser who = CurrentUser.get();
        SavedView view = views.find(id, who).orElseThrow(() -> new NotThere("view"));
        return Listing.of(inbox.items(view.filter(), who, after, limit), TaskJson::of);
    }

    @PostMapping("/{id}/delete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a view of your own; it can be restored")
    void delete(@PathVariable String id) {
        views.delete(id(id), CurrentUser.get());
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Bring a deleted view back")
    void restore(@PathVariable String id) {
        views.restore(id(id), CurrentUser.get());
    }

    private ViewJson shown(SavedView view, @Nullable String count) {
        try {
            return new ViewJson(
                    view.code(), view.name(), view.whose(),
                    view.condition() == null ? null : json.readTree(ConditionJson.write(view.condition())),
                    view.order(), view.backwards(), view.columns(), view.sharedRole(), view.sharedQueue(), view.owner(),
                    count);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a condition is written as JSON", e);
        }
    }

    private static List<String> columns(List<String> columns) {
        return columns.stream().map(String::valueOf).toList();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotThere("view");
        }
    }
}

package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.notice.Notice;
import org.ticketingos.notice.Notices;
import org.ticketingos.notice.Watching;
import org.ticketingos.notice.Wish;
import org.ticketingos.ticket.Tickets;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notices", description = "What you should know, and whom a ticket concerns.")
class NoticesApi {

    private static final int MOST = 200;

    private final Notices notices;
    private final Watching watching;
    private final Tickets tickets;

    NoticesApi(Notices notices, Watching watching, Tickets tickets) {
        this.notices = notices;
        this.watching = watching;
        this.tickets = tickets;
    }

    /** @param ticket number of the ticket it is about */
    record NoticeJson(long id, String ticket, String subject, String kind, String sentence, Instant at, boolean read) {

        static NoticeJson of(Notice notice) {
            return new NoticeJson(
                    notice.id(), notice.number().value(), notice.subject(), notice.kind(), notice.sentence(),
                    notice.at(), notice.read());
        }
    }

    /** @param read ids of your notices */
    record ReadJson(@NotEmpty @Size(max = 200) List<@NotNull Long> read) {}

    /** @param watcher log-in name of one of our people */
    record WatchJson(@NotBlank @Size(max = 80) String watcher) {}

    /** @param mail AT_ONCE, HOURLY, DAILY or NEVER */
    record WishJson(
            @NotNull Wish.Mail mail, @Nullable LocalTime quietFrom, @Nullable LocalTime quietUntil,
            @NotBlank String zone) {}

    @GetMapping("/notices")
    @Operation(summary = "Your notices, newest first; after: the last id you have")
    Listing<NoticeJson> list(
            @RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<Notice> page = notices.of(CurrentUser.get().login(), after == null ? Long.MAX_VALUE : after, most);
        return new Listing<>(page.stream().map(NoticeJson::of).toList(), page.size() < most ? null : String.valueOf(page.get(most - 1).id()));
    }

    @PostMapping("/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark notices of yours as read")
    void read(@Valid @RequestBody ReadJson json) {
        notices.read(CurrentUser.get().login(), json.read());
    }

    @GetMapping("/notices/settings")
    @Operation(summary = "How notices reach you by mail")
    WishJson wish() {
        Wish wish = notices.wish(CurrentUser.get().login());
        return new WishJson(wish.mail(), wish.quietFrom(), wish.quietUntil(), wish.zone().getId());
    }

    @PostMapping("/notices/settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose how notices reach you by mail, and when none may come")
    void wish(@Valid @RequestBody WishJson json) {
        if ((json.quietFrom() == null) != (json.quietUntil() == null)) {
            throw new BadInput("Quiet hours have a beginning and an end; give both or none.");
        }
        try {
            notices.wish(CurrentUser.get().login(),
                    new Wish(json.mail(), json.quietFrom(), json.quietUntil(), ZoneId.of(json.zone())));
        } catch (DateTimeException e) {
            throw new BadInput("There is no time zone \"%s\".".formatted(json.zone()));
        }
    }

    @GetMapping("/tickets/{number}/watchers")
    @Operation(summary = "Who follows a ticket; our own matter, empty for the client's people")
    Listing<String> watchers(@PathVariable String number) {
        var ticket = TicketAt.find(tickets, number);
        return Listing.whole(CurrentUser.get().isClient() ? List.of() : watching.of(ticket.id()));
    }

    @PostMapping("/tickets/{number}/watchers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow a ticket, or bring somebody in")
    void watch(@PathVariable String number, @Valid @RequestBody WatchJson json) {
        watching.watch(TicketAt.find(tickets, number).id(), json.watcher(), ours());
    }

    @PostMapping("/tickets/{number}/watchers/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow a ticket no longer")
    void leave(@PathVariable String number, @Valid @RequestBody WatchJson json) {
        watching.leave(TicketAt.find(tickets, number).id(), json.watcher(), ours());
    }

    private static CurrentUser ours() {
        CurrentUser who = CurrentUser.get();
        if (who.isClient()) {
            throw new AccessDeniedException("who follows a ticket is ours to arrange");
        }
        return who;
    }
}

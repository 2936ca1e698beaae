package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.Role;
import org.ticketingos.channel.Composed;
import org.ticketingos.client.ClientId;
import org.ticketingos.macro.CannedText;
import org.ticketingos.macro.CannedTexts;
import org.ticketingos.macro.Fits;
import org.ticketingos.macro.Macro;
import org.ticketingos.macro.Macros;
import org.ticketingos.ticket.Priority;

@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
@Tag(name = "Writing")
class TextsApi {

    private final CannedTexts texts;
    private final Macros macros;

    TextsApi(CannedTexts texts, Macros macros) {
        this.texts = texts;
        this.macros = macros;
    }

    /**
     * A prepared text.
     *
     * @param id left out: a new one
     * @param client only for tickets of this client; null for all, as with line and role
     */
    record TextJson(
            @Nullable UUID id,
            @Nullable String client,
            @Nullable String line,
            @Nullable Role role,
            @Nullable @Size(max = 500) String title,
            @Nullable @Size(max = 50_000) String body,
            boolean archived) {

        static TextJson of(CannedText text) {
            Fits fits = text.fits();
            return new TextJson(text.id(), code(fits.client()), fits.line() == null ? null : fits.line().code(),
                    fits.role(), text.title(), text.body(), text.archived());
        }

        CannedText text() {
            return new CannedText(fresh(id), fits(client, line, role), words(title), words(body), archived);
        }
    }

    /**
     * A macro.
     *
     * @param kind whether its text is a reply or a note; null: it says nothing
     * @param form the step it completes; null: none
     * @param answers what it fills into that form
     */
    record MacroJson(
            @Nullable UUID id,
            @Nullable String client,
            @Nullable String line,
            @Nullable Role role,
            @Nullable @Size(max = 500) String title,
            Composed.@Nullable Kind kind,
            @Nullable @Size(max = 50_000) String body,
            @Nullable Priority priority,
            @Nullable String handTo,
            @Nullable String form,
            @Nullable Map<String, Object> answers,
            boolean archived) {

        static MacroJson of(Macro macro) {
            Fits fits = macro.fits();
            return new MacroJson(macro.id(), code(fits.client()), fits.line() == null ? null : fits.line().code(),
                    fits.role(), macro.title(), macro.kind(), macro.body(), macro.priority(), macro.handTo(),
                    macro.form(), macro.answers(), macro.archived());
        }

        Macro macro() {
            return new Macro(fresh(id), fits(client, line, role), words(title), kind, words(body), priority, handTo,
                    form, answers == null ? Map.of() : answers, archived);
        }
    }

    @GetMapping("/texts")
    @Operation(summary = "All prepared texts, archived ones last")
    Listing<TextJson> texts() {
        return Listing.whole(texts.all().stream().map(TextJson::of).toList());
    }

    @PutMapping("/texts")
    @Operation(summary = "Write a prepared text; with its id, in its place")
    TextJson save(@Valid @RequestBody TextJson text) {
        CannedText kept = text.text();
        texts.save(kept, CurrentUser.get());
        return TextJson.of(kept);
    }

    @GetMapping("/macros")
    @Operation(summary = "All macros, archived ones last")
    Listing<MacroJson> macros() {
        List<Macro> all = macros.all();
        return Listing.whole(all.stream().map(MacroJson::of).toList());
    }

    @PutMapping("/macros")
    @Operation(summary = "Make a macro; with its id, in its place")
    MacroJson save(@Valid @RequestBody MacroJson macro) {
        Macro kept = macro.macro();
        macros.save(kept, CurrentUser.get());
        return MacroJson.of(kept);
    }

    private static UUID fresh(@Nullable UUID id) {
        return id == null ? UUID.randomUUID() : id;
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String code(@Nullable ClientId client) {
        return client == null ? null : client.value();
    }

    private static Fits fits(@Nullable String client, @Nullable String line, @Nullable Role role) {
        return new Fits(
                client == null ? null : new ClientId(client),
                line == null ? null : Requests.line(line),
                role);
    }
}

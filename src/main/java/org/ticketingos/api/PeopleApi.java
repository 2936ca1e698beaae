package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.access.ClientRights;
import org.ticketingos.access.ClientRole;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.PasswordLinks;
import org.ticketingos.access.Users;
import org.ticketingos.client.ClientId;

@RestController
@RequestMapping("/api/v1/people")
@PreAuthorize("hasRole('CLIENT')")
@Tag(name = "People", description = "A client's own people, kept by the client's administrator.")
class PeopleApi {

    private final Users users;
    private final PasswordLinks links;

    PeopleApi(Users users, PasswordLinks links) {
        this.users = users;
        this.links = links;
    }

    /**
     * Somebody of the client.
     *
     * @param company sees all requests of the company
     * @param invoices sees what is charged
     */
    record PersonJson(
            String login, String name, String mail, boolean active, Set<ClientRole> roles, boolean company,
            boolean invoices) {

        static PersonJson of(Users.User user) {
            return new PersonJson(user.login(), user.name(), user.mail(), user.active(), user.rights().roles(),
                    user.rights().company(), user.rights().invoices());
        }
    }

    record RightsJson(@Nullable Set<ClientRole> roles, boolean company, boolean invoices) {
        ClientRights rights() {
            return new ClientRights(roles == null ? Set.of() : roles, company, invoices);
        }
    }

    record InviteJson(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 254) String mail,
            @Nullable Set<ClientRole> roles,
            boolean company,
            boolean invoices) {}

    @GetMapping
    @Operation(summary = "Everybody of your company, also those switched off")
    Listing<PersonJson> list() {
        return Listing.whole(users.ofClient(client()).stream().map(PersonJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite somebody: the account is made and a link to set a password is mailed")
    PersonJson invite(@Valid @RequestBody InviteJson who) {
        ClientRights rights = new RightsJson(who.roles(), who.company(), who.invoices()).rights();
        return PersonJson.of(links.invite(
                who.name() == null ? "" : who.name(), who.mail() == null ? "" : who.mail(), client(), rights,
                CurrentUser.get()));
    }

    @PostMapping("/{login}/rights")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What somebody may do from now on")
    void change(@PathVariable String login, @RequestBody RightsJson rights) {
        users.changeRights(login, rights.rights(), administrator());
    }

    @PostMapping("/{login}/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody may not log in any more")
    void off(@PathVariable String login) {
        users.deactivate(login, administrator());
    }

    @PostMapping("/{login}/on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody may log in again")
    void on(@PathVariable String login) {
        users.activate(login, administrator());
    }

    @PostMapping("/{login}/password-link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mail somebody a link to set a new password; older links stop working")
    void link(@PathVariable String login) {
        links.mail(login, false, administrator());
    }

    private static ClientId client() {
        return Objects.requireNonNull(administrator().client());
    }

    private static CurrentUser administrator() {
        CurrentUser who = CurrentUser.get();
        who.needs(ClientRole.ADMINISTRATOR);
        return who;
    }
}

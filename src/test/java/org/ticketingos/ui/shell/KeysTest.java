package org.ticketingos.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.ticketingos.Wired;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.access.LoggedIn;
import org.ticketingos.access.Preferences;
import org.ticketingos.access.Role;
import org.ticketingos.access.Scope;
import org.ticketingos.ui.Screen;

class KeysTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private static final CurrentUser AMY = new CurrentUser("keys-amy", "Amy", Set.of(Role.AGENT), null, Set.of());
    private static KeyMap maps;

    private final List<String> done = new ArrayList<>();

    @BeforeAll
    static void database() {
        AnnotationConfigApplicationContext context = Wired.modules("none");
        context.register(KeyMap.class);
        context.registerBean("preferences", Preferences.class);
        context.refresh();
        maps = context.getBean(KeyMap.class);
        Scope.system(() -> context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("""
                        insert into app_user (login, name, mail, password, roles)
                        values ('keys-amy', 'Amy', '', '', '{AGENT}') on conflict do nothing""")
                .update());
    }

    @BeforeEach
    void amy_sits_down() {
        LoggedIn.as(AMY);
        maps.keepAll(AMY.login(), KeyMap.usual());
        Keyboard.start(UI.getCurrent(), maps);
    }

    @Test
    void no_two_usual_keys_collide_where_both_can_be_in_force() {
        Map<Act, Combination> usual = KeyMap.usual();
        assertThat(Act.values()).allSatisfy(act -> {
            assertThat(KeyMap.conflicts(usual, act, usual.get(act))).as("%s", act).isEmpty();
            assertThat(usual.get(act).refusal(act)).as("%s", act).isEmpty();
        });
    }

    @Test
    void a_key_works_while_its_part_of_the_screen_can_be_seen() {
        Div list = Screen.show(new Div());
        Keys.bind(list, Act.REFRESH, () -> done.add("refreshed"));

        Keys.press(Act.REFRESH);
        list.setVisible(false);
        Keys.press(Act.REFRESH);
        list.setVisible(true);
        UI.getCurrent().remove(list);
        Keys.press(Act.REFRESH);
        UI.getCurrent().add(list);
        Keys.press(Act.REFRESH);

        assertThat(done).containsExactly("refreshed", "refreshed");
    }

    @Test
    void behind_a_dialog_no_key_works_but_those_of_the_dialog() {
        Keys.bind(Screen.show(new Div()), Act.REPLY, () -> done.add("replied"));
        Div writing = new Div();
        Keys.bind(writing, Act.SEND, () -> done.add("sent"));
        UI.getCurrent().addModal(writing);
        UI.getCurrent().getInternals().getStateTree().collectChanges(change -> {});

        Keys.press(Act.REPLY);
        Keys.press(Act.SEND);

        assertThat(done).containsExactly("sent");
    }

    @Test
    void the_overview_shows_the_keys_of_this_screen_and_no_others() {
        Keys.bind(Screen.show(new Div()), Act.REPLY, () -> {});

        KeyOverview.open(UI.getCurrent());

        Dialog overview = _get(Dialog.class);
        assertThat(_find(overview, Span.class, spec -> spec.withText("Reply to the client"))).hasSize(1);
        assertThat(_find(overview, Span.class, spec -> spec.withText("R"))).hasSize(1);
        assertThat(_find(overview, Span.class, spec -> spec.withText("Complete the step"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REPLY, Ctrl+T, belongs to the browser",
        "REPLY, Ctrl+W, belongs to the browser",
        "REPLY, Ctrl+N, belongs to the browser",
        "REPLY, Ctrl+3, belongs to the browser",
        "REPLY, Enter, moves the cursor",
        "COMPLETE, C, needs Ctrl or Alt",
        "REPLY, not a key at all, is not a key"
    })
    void a_key_that_cannot_serve_is_refused_in_words(Act act, String keys, String sentence) {
        KeyChooser chooser = Screen.show(new KeyChooser(maps, AMY.login(), any -> true));

        chooser.pressed(act, keys);

        assertThat(_get(chooser, Notice.class).getElement().getTextRecursively()).contains(sentence);
        assertThat(maps.of(AMY.login())).isEqualTo(KeyMap.usual());
    }

    @Test
    void a_taken_key_is_offered_and_the_one_who_had_it_loses_it_until_undone() {
        KeyChooser chooser = Screen.show(new KeyChooser(maps, AMY.login(), any -> true));

        chooser.pressed(Act.NOTE, "R");
        assertThat(maps.of(AMY.login())).isEqualTo(KeyMap.usual());
        _click(_get(chooser, Button.class, spec -> spec.withText("Use it for \"Write an internal note\" instead")));

        assertThat(Keys.text(Act.NOTE)).isEqualTo("R");
        assertThat(Keys.text(Act.REPLY)).isEmpty();

        _click(_get(chooser, Button.class, spec -> spec.withText("Undo")));
        assertThat(maps.of(AMY.login())).isEqualTo(KeyMap.usual());
    }

    @Test
    void the_first_letter_of_two_cannot_be_a_key_itself() {
        assertThat(KeyMap.conflicts(KeyMap.usual(), Act.REPLY, new Combination("G")))
                .contains(Act.GO_INBOX, Act.GO_TICKETS);
    }

    @Test
    void own_keys_follow_the_person_and_end_with_back_to_the_usual() {
        KeyChooser chooser = Screen.show(new KeyChooser(maps, AMY.login(), any -> true));
        chooser.pressed(Act.REPLY, "Y");

        assertThat(maps.of(AMY.login()).get(Act.REPLY).keys()).isEqualTo("Y");
        assertThat(maps.of("agent").get(Act.REPLY)).isEqualTo(Act.REPLY.usual());

        _click(_get(chooser, Button.class, spec -> spec.withText("Back to the usual keys")));
        assertThat(maps.of(AMY.login())).isEqualTo(KeyMap.usual());
        _assertNone(chooser, Chip.class);
    }
}

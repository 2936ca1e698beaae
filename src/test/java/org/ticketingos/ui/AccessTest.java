package org.ticketingos.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ticketingos.access.Role;

/** Who may open which screen, read off the screens themselves. */
class AccessTest {

    private static final List<JavaClass> SCREENS = new ClassFileImporter().importPackages("org.ticketingos.ui").stream()
            .filter(one -> one.isAnnotatedWith(Route.class))
            .toList();

    @Test
    void every_screen_says_who_may_open_it() {
        assertThat(SCREENS).hasSizeGreaterThan(10).allSatisfy(screen -> assertThat(
                        screen.isAnnotatedWith(RolesAllowed.class)
                                || screen.isAnnotatedWith(AnonymousAllowed.class)
                                || screen.isAnnotatedWith(PermitAll.class))
                .as(screen.getSimpleName())
                .isTrue());
    }

    @Test
    void only_the_log_in_and_the_pages_behind_a_link_open_without_a_log_in() {
        assertThat(names(AnonymousAllowed.class)).containsExactly("CodeView", "LoginView", "PasswordView", "SignOffPage", "SurveyPage");
        assertThat(names(PermitAll.class)).containsExactly("HomeView", "ProfileView");
    }

    @Test
    void a_client_opens_the_portal_and_nothing_else() {
        Set<String> forClients = new TreeSet<>();
        for (JavaClass screen : SCREENS) {
            if (roles(screen).contains("CLIENT")) {
                assertThat(roles(screen)).as(screen.getSimpleName()).containsExactly("CLIENT");
                forClients.add(screen.getPackage().getRelativeName());
            }
        }
        assertThat(forClients).containsExactly("portal");
    }

    @Test
    void every_role_named_on_a_screen_exists() {
        assertThat(Arrays.stream(Role.values()).map(Role::name).toList())
                .containsAll(SCREENS.stream().flatMap(screen -> roles(screen).stream()).distinct().toList());
    }

    private static List<String> names(Class<? extends java.lang.annotation.Annotation> access) {
        return SCREENS.stream()
                .filter(one -> one.isAnnotatedWith(access))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static List<String> roles(JavaClass screen) {
        return screen.isAnnotatedWith(RolesAllowed.class)
                ? List.of(screen.getAnnotationOfType(RolesAllowed.class).value())
                : List.of();
    }
}

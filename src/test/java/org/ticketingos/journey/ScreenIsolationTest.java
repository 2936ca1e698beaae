package org.ticketingos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens the running product has registered, and who gets to them. */
class ScreenIsolationTest extends WholeApplication {

    private static final AccessAnnotationChecker GUARD = new AccessAnnotationChecker();

    @Autowired
    ServletContext servlets;

    @Test
    void every_registered_screen_says_who_may_open_it() {
        assertThat(screens()).hasSizeGreaterThan(15).allSatisfy(screen -> assertThat(
                        screen.isAnnotationPresent(RolesAllowed.class)
                                || screen.isAnnotationPresent(PermitAll.class)
                                || screen.isAnnotationPresent(AnonymousAllowed.class))
                .as(screen.getName())
                .isTrue());
    }

    @Test
    void a_client_opens_the_portal_and_the_pages_everybody_may_open() {
        List<String> open = open("CLIENT").stream()
                .filter(screen -> !screen.getPackageName().endsWith(".portal"))
                .map(Class::getSimpleName)
                .toList();

        assertThat(open).containsExactlyInAnyOrder(
                "CodeView", "HomeView", "LoginView", "PasswordView", "ProfileView");
        assertThat(open("CLIENT")).hasSizeGreaterThan(4);
    }

    @Test
    void staff_do_not_open_the_portal() {
        for (String role : List.of("AGENT", "REVIEWER", "SUPERVISOR", "FINANCE", "ANALYST", "ADMIN")) {
            assertThat(open(role))
                    .as(role)
                    .filteredOn(screen -> screen.getPackageName().endsWith(".portal"))
                    .extracting(Class::getSimpleName)
                    .containsExactlyInAnyOrder("SignOffPage", "SurveyPage");
        }
    }

    @Test
    void without_a_log_in_every_other_address_leads_to_the_log_in() throws IOException, InterruptedException {
        List<String> elsewhere = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        for (RouteData route : routes()) {
            if (route.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class)) {
                continue;
            }
            String address = base() + "/" + route.getTemplate().replaceAll("/:.*", "/acme");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            String to = answer.headers().firstValue("Location").orElse("");
            if (answer.statusCode() != 302 || !to.endsWith("/login")) {
                elsewhere.add(address + " -> " + answer.statusCode() + " " + to);
            }
        }
        assertThat(elsewhere).isEmpty();
    }

    private List<Class<? extends Component>> open(String role) {
        return screens().stream()
                .filter(screen -> GUARD.hasAccess(screen, () -> "somebody", role::equals))
                .toList();
    }

    private List<Class<? extends Component>> screens() {
        List<Class<? extends Component>> screens = new ArrayList<>();
        routes().forEach(route -> screens.add(route.getNavigationTarget()));
        return screens;
    }

    private List<RouteData> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes();
    }
}

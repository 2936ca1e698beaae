package org.ticketingos.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ticketingos.ui.Screen.show;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.login.LoginForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.ticketingos.access.SampleLogins;
import org.ticketingos.access.SsoForTests;
import org.ticketingos.ui.Screen;
import org.ticketingos.access.SampleLogins.SampleLogin;

class LoginViewTest {

    @RegisterExtension
    static final Screen SCREEN = new Screen();

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @Test
    void without_sample_data_no_log_in_is_shown() {
        show(new LoginView(beans.getBeanProvider(SampleLogins.class), SsoForTests.none()));

        assertThat(_find(LoginForm.class)).hasSize(1);
        assertThat(_find(NativeButton.class)).isEmpty();
        assertThat(_find(Anchor.class)).as("no provider, no way to it").isEmpty();
    }

    @Test
    void with_a_provider_its_name_leads_to_it_past_the_router() {
        show(new LoginView(beans.getBeanProvider(SampleLogins.class), SsoForTests.named("Acme Accounts")));

        assertThat(_find(Anchor.class)).singleElement().satisfies(way -> {
            assertThat(way.getText()).isEqualTo("Log in with Acme Accounts");
            assertThat(way.getHref()).isEqualTo("login/sso");
            assertThat(way.isRouterIgnore()).isTrue();
        });
    }

    @Test
    void with_sample_data_each_role_is_one_press_away() {
        SampleLogins samples = () -> List.of(
                new SampleLogin("agent", "demo", "works the inbox"), new SampleLogin("client", "demo", "asks for work"));
        beans.addBean("samples", samples);

        show(new LoginView(beans.getBeanProvider(SampleLogins.class), SsoForTests.none()));

        assertThat(_find(NativeButton.class)).hasSize(2);
        assertThat(_find(NativeButton.class).get(0).getElement().getTextRecursively())
                .contains("agent", "works the inbox");
    }
}

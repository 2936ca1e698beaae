package org.ticketingos.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;

/** Light or dark, remembered by the browser. */
final class Appearance {

    private static final String COOKIE = "appearance";
    private static final String DARK = "dark";

    private Appearance() {}

    static void restore(UI ui, VaadinRequest request) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                ui.getElement().getThemeList().set(DARK, cookie.getValue().equals(DARK));
            }
        }
    }

    static boolean isDark(UI ui) {
        return ui.getElement().getThemeList().contains(DARK);
    }

    static void toggle(UI ui) {
        boolean dark = !isDark(ui);
        ui.getElement().getThemeList().set(DARK, dark);
        Cookie cookie = new Cookie(COOKIE, dark ? DARK : "light");
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }
}

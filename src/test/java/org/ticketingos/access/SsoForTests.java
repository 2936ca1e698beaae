package org.ticketingos.access;

import org.mockito.Mockito;

/** Opens the package's door for test set-up. */
public final class SsoForTests {

    private SsoForTests() {}

    public static SingleSignOn none() {
        return with("", "");
    }

    public static SingleSignOn named(String name) {
        return with("https://accounts.example", name);
    }

    private static SingleSignOn with(String issuer, String name) {
        SsoSettings settings = new SsoSettings(issuer, "us", "secret", name, false);
        return new SingleSignOn(
                settings, new SsoProvider(settings), Mockito.mock(SsoPeople.class), Mockito.mock(Users.class));
    }
}

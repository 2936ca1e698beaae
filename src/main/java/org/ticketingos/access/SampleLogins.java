package org.ticketingos.access;

import java.util.List;

/** Log-ins the log-in page may show, because they guard nothing but sample data. No bean, nothing shown. */
public interface SampleLogins {

    List<SampleLogin> logins();

    /** @param purpose what the role does, in a few words */
    record SampleLogin(String login, String password, String purpose) {}
}

package org.ticketingos.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose password was right and whose code has yet to come. Nobody is logged in by it.
 *
 * @param draft the secret to set up; null when there is a second factor already
 */
public record HalfLoggedIn(Account account, Instant since, SecondFactors.@Nullable Draft draft) {

    /** How long the code may take; setting one up needs time to find an app. */
    static final Duration LASTS = Duration.ofMinutes(15);

    private static final String NAME = HalfLoggedIn.class.getName();
    private static final String CODES = NAME + ".codes";

    public static Optional<HalfLoggedIn> of(@Nullable HttpSession session, Instant now) {
        return Optional.ofNullable(session)
                .map(one -> one.getAttribute(NAME))
                .map(HalfLoggedIn.class::cast)
                .filter(half -> now.isBefore(half.since.plus(LASTS)));
    }

    /** Begins in a session of a new name, so that nobody who knew the old one comes in along. */
    void begin(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(NAME, this);
    }

    static void end(HttpServletRequest request) {
        request.getSession().removeAttribute(NAME);
    }

    static void keepCodes(HttpSession session, List<String> codes) {
        session.setAttribute(CODES, codes);
    }

    static boolean hasCodes(HttpSession session) {
        return session.getAttribute(CODES) != null;
    }

    /** The recovery codes of a second factor set up at this log-in, given out once. */
    @SuppressWarnings("unchecked")
    public static List<String> takeCodes(HttpSession session) {
        Object codes = session.getAttribute(CODES);
        session.removeAttribute(CODES);
        return codes == null ? List.of() : (List<String>) codes;
    }
}

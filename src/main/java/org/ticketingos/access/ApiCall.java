package org.ticketingos.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A log-in that is one call of the API. Access keys work for such calls only.
 *
 * @param code of the second factor, for whoever has no access key or does what weighs
 */
public record ApiCall(@Nullable String code) {

    /** The header a code comes in. */
    public static final String HEADER = "X-Second-Factor";

    public static ApiCall of(HttpServletRequest request) {
        String code = request.getHeader(HEADER);
        return new ApiCall(code == null || code.isBlank() ? null : code);
    }
}

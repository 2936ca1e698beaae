package org.ticketingos.api;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Days of an address are days somebody can have worked on; what lies beyond the database's calendar is refused. */
@ControllerAdvice(basePackageClasses = KnownDays.class)
class KnownDays {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    @InitBinder
    void addresses(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                LocalDate day = text.isBlank() ? null : LocalDate.parse(text);
                if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
                    throw new IllegalArgumentException("beyond the calendar");
                }
                setValue(day);
            }
        });
    }
}

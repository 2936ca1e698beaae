package org.ticketingos.quality;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketRefused;

/** The client's form at the end of a ticket. */
@Component
class SurveyForm implements FormFiller {

    static final String ID = "closure-survey";

    @Override
    public String form() {
        return ID;
    }

    @Override
    public Content fill(TicketId ticket) {
        return Content.of(Map.of());
    }

    static Answer answer(Map<String, Object> form) {
        return new Answer(
                number(Rows.text(form, "csat")), number(Rows.text(form, "nps")), Rows.text(form, "comment"));
    }

    private static int number(String typed) {
        try {
            return new BigDecimal(typed).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TicketRefused("The answers of the survey are whole numbers.");
        }
    }
}

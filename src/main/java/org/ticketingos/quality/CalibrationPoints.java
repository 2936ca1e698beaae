package org.ticketingos.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.quality.Calibration.Item;
import org.ticketingos.quality.Calibration.Kind;
import org.ticketingos.quality.Calibration.Point;
import org.ticketingos.ticket.Ticket;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.Tickets;

/** What is judged in a session: the fields of a ticket's work as they stand, and the questions of its scorecard. */
@Component
class CalibrationPoints {

    private final JdbcClient jdbc;
    private final Checklist checklist;
    private final ScorecardSheet scorecard;
    private final Guidelines guidelines;
    private final Tickets tickets;

    CalibrationPoints(
            JdbcClient jdbc, Checklist checklist, ScorecardSheet scorecard, Guidelines guidelines, Tickets tickets) {
        this.jdbc = jdbc;
        this.checklist = checklist;
        this.scorecard = scorecard;
        this.guidelines = guidelines;
        this.tickets = tickets;
    }

    void keep(UUID calibration, int position, TicketId id) {
        Ticket ticket = tickets.get(id);
        UUID item = UUID.randomUUID();
        jdbc.sql("""
                        insert into calibration_item (id, calibration_id, position, client_id, ticket_id)
                        values (?, ?, ?, ?, ?)""")
                .params(item, calibration, position, ticket.client().value(), id.value())
                .update();
        List<Point> points = new ArrayList<>();
        checklist.of(id).values().forEach(point -> {
            String topic = Guidelines.field(point.field());
            points.add(new Point(UUID.randomUUID(), Kind.FIELD, topic, point.label(), Rows.shown(point.value()),
                    guidance(ticket, topic, ""), 0, false));
        });
        scorecard.of(id).ifPresent(card -> card.questions().forEach(question -> {
            String topic = Guidelines.question(question.code());
            points.add(new Point(UUID.randomUUID(), Kind.QUESTION, topic, question.text(), "",
                    guidance(ticket, topic, question.guidance()), question.weight(), question.fatal() != null));
        }));
        int place = 0;
        for (Point point : points) {
            jdbc.sql("""
                            insert into calibration_point (id, item_id, position, client_id, kind, topic, label, value,
                                                           guidance, weight, fatal)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(point.id(), item, place++, ticket.client().value(), point.kind().name(), point.topic(),
                            point.label(), point.value(), point.guidance(), point.weight(), point.fatal())
                    .update();
        }
    }

    private String guidance(Ticket ticket, String topic, String otherwise) {
        ClientId client = ticket.client();
        return guidelines.latest(client, ticket.lineCode(), topic).orElse(otherwise);
    }

    List<Item> of(UUID calibration) {
        return jdbc.sql("select * from calibration_item where calibration_id = ? order by position")
                .param(calibration)
                .query((row, n) -> new Item(
                        row.getObject("id", UUID.class),
                        row.getInt("position"),
                        new TicketId(row.getObject("ticket_id", UUID.class)),
                        points(row.getObject("id", UUID.class))))
                .list();
    }

    /** Stored papers of an item, to be looked at beside it. */
    List<String> documents(Item item) {
        return checklist.documents(item.ticket());
    }

    private List<Point> points(UUID item) {
        return jdbc.sql("select * from calibration_point where item_id = ? order by position")
                .param(item)
                .query((row, n) -> new Point(
                        row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("topic"),
                        row.getString("label"),
                        row.getString("value"),
                        row.getString("guidance"),
                        row.getInt("weight"),
                        row.getBoolean("fatal")))
                .list();
    }
}

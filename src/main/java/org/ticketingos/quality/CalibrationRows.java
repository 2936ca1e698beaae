package org.ticketingos.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.ticketingos.client.ClientId;
import org.ticketingos.ticket.TicketRefused;

/** Reads calibration sessions and what was answered in them. */
@Component
class CalibrationRows {

    private final JdbcClient jdbc;
    private final CalibrationPoints points;

    CalibrationRows(JdbcClient jdbc, CalibrationPoints points) {
        this.jdbc = jdbc;
        this.points = points;
    }

    /** Newest first; those a person rates, or all. */
    List<Calibration> of(String login, boolean all) {
        return jdbc.sql("""
                        select * from calibration c
                        where ? or exists (
                            select 1 from calibration_rater r where r.calibration_id = c.id and r.login = ?)
                        order by opened_at desc limit 200""")
                .params(all, login)
                .query(this::calibration)
                .list();
    }

    List<Calibrations.Rated> rated(UUID id, String whose, String login) {
        return jdbc.sql("""
                        select a.* from calibration_answer a join calibration_point p on p.id = a.point_id
                        join calibration_item i on i.id = p.item_id
                        where i.calibration_id = ? %s order by i.position, p.position, a.login""".formatted(whose))
                .params(id, login)
                .query((row, n) -> new Calibrations.Rated(
                        row.getObject("point_id", UUID.class),
                        row.getString("login"),
                        row.getString("answer"),
                        row.getString("expected"),
                        row.getString("remark")))
                .list();
    }

    Calibration get(UUID id) {
        return jdbc.sql("select * from calibration where id = ?")
                .param(id)
                .query(this::calibration)
                .optional()
                .orElseThrow(() -> new TicketRefused("There is no such session."));
    }

    private Calibration calibration(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Calibration(
                id,
                new ClientId(row.getString("client_id")),
                row.getString("line"),
                row.getString("title"),
                row.getString("leader"),
                row.getString("sample_key"),
                row.getInt("population"),
                row.getString("population_hash"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("closed_at")),
                row.getString("note"),
                raters(id),
                points.of(id));
    }

    private List<Calibration.Rater> raters(UUID id) {
        return new ArrayList<>(jdbc.sql("select * from calibration_rater where calibration_id = ? order by login")
                .param(id)
                .query((row, n) ->
                        new Calibration.Rater(row.getString("login"), instant(row.getTimestamp("finished_at"))))
                .list());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

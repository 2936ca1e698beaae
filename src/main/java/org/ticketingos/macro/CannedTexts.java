package org.ticketingos.macro;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.ticketingos.access.CurrentUser;
import org.ticketingos.ticket.Ticket;

/** Texts written once for many tickets; supervisors keep them. */
@Repository
@Transactional
public class CannedTexts {

    private final JdbcClient jdbc;
    private final Blanks blanks;
    private final Clock clock;

    CannedTexts(JdbcClient jdbc, Blanks blanks, Clock clock) {
        this.jdbc = jdbc;
        this.blanks = blanks;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<CannedText> all() {
        return jdbc.sql("select * from canned_text order by archived, lower(title), id")
                .query((row, n) -> new CannedText(
                        row.getObject("id", UUID.class), Keeping.fits(row), row.getString("title"),
                        row.getString("body"), row.getBoolean("archived")))
                .list();
    }

    /** Those for this ticket and this person, by title. */
    @Transactional(readOnly = true)
    public List<CannedText> fitting(Ticket ticket, CurrentUser who) {
        return all().stream().filter(text -> !text.archived() && text.fits().to(ticket, who)).toList();
    }

    @Transactional(readOnly = true)
    public Blanks.Filled fill(CannedText text, Ticket ticket, CurrentUser who) {
        return blanks.fill(text.body(), ticket, who);
    }

    /** Adds a text or replaces the one with its id. */
    public void save(CannedText text, CurrentUser who) {
        Keeping.allowed(who);
        Keeping.named(text.title(), text.body());
        Blanks.check(text.body());
        jdbc.sql("""
                        insert into canned_text (id, client_id, line, role, title, body, archived, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set client_id = excluded.client_id, line = excluded.line,
                            role = excluded.role, title = excluded.title, body = excluded.body,
                            archived = excluded.archived, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at""")
                .params(text.id(), Keeping.client(text.fits()), Keeping.line(text.fits()), Keeping.role(text.fits()),
                        text.title().strip(), text.body(), text.archived(), who.login(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}

package org.ticketingos.upload;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.ticketingos.delivery.PaperState;
import org.ticketingos.ticket.Page;
import org.ticketingos.ticket.TicketId;
import org.ticketingos.ticket.TicketNumber;

/** How the files of an upload or of a request stand, in the sight of who asks; by name, page by page. */
@Repository
public class Standings {

    private static final int MOST_ROWS = 200;

    /** What is taken stands as it does on its request; what was known before says where it is. */
    private static final String OF_UPLOAD = """
            (select s.document_id, i.name, s.media_type, s.size, s.state, s.reason, s.house_reason, s.number
             from upload u join paper_standing s on s.about = u.ticket_id::text
             join upload_item i on i.upload_id = u.id and i.document_id = s.document_id and not i.known
             where u.id = ?
             union all
             select i.document_id, i.name, d.media_type, d.size,
                    case when i.known then 'KNOWN' when d.scan = 'INFECTED' then 'KEPT_APART'
                         when d.scan = 'WAITING' then 'UNCHECKED' else 'COLLECTED' end,
                    '', case when i.known then '' else d.scan_finding end, t.number
             from upload u join upload_item i on i.upload_id = u.id
             join document d on d.id = i.document_id
             left join ticket t on i.known
                  and t.id = case when d.about ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then d.about::uuid end
             where u.id = ? and (i.known or u.ticket_id is null)) f""";

    private static final String OF_TICKET = """
            (select document_id, name, media_type, size, state, reason, house_reason, number
             from paper_standing where about = ?) f""";

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose files: all of an upload, or all papers of a request. */
    public record Of(String from, List<Object> ids) {

        public static Of upload(UUID id) {
            return new Of(OF_UPLOAD, List.of(id, id));
        }

        public static Of ticket(TicketId id) {
            return new Of(OF_TICKET, List.of(id.toString()));
        }
    }

    /**
     * Which of them.
     *
     * @param name a part of the file's name; empty for all
     */
    public record Filter(String name, @Nullable PaperState state) {

        public static final Filter ALL = new Filter("", null);
    }

    /** How many stand how, in the order of their way. */
    public Map<PaperState, Integer> counts(Of of) {
        Map<PaperState, Integer> counts = new EnumMap<>(PaperState.class);
        jdbc.sql("select state, count(*) as n from " + of.from() + " group by state")
                .params(of.ids())
                .query(row -> {
                    counts.put(PaperState.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    public Page<Standing> page(Of of, Filter filter, @Nullable String cursor, int limit) {
        int rows = Math.max(1, Math.min(limit, MOST_ROWS));
        List<Object> values = new ArrayList<>(of.ids());
        StringBuilder where = new StringBuilder(" where true");
        if (!filter.name().isBlank()) {
            where.append(" and strpos(lower(name), lower(?)) > 0");
            values.add(filter.name().strip());
        }
        if (filter.state() != null) {
            where.append(" and state = ?");
            values.add(filter.state().name());
        }
        if (cursor != null) {
            Mark mark = Mark.of(cursor);
            where.append(" and (lower(name) collate \"C\", document_id) > (lower(?) collate \"C\", ?)");
            values.add(mark.name());
            values.add(mark.document());
        }
        values.add(rows + 1);
        List<Standing> found = jdbc.sql("select * from " + of.from() + where
                        + " order by lower(name) collate \"C\", document_id limit ?")
                .params(values)
                .query(Standings::standing)
                .list();
        List<Standing> page = found.stream().limit(rows).toList();
        return new Page<>(page, found.size() > rows ? Mark.of(page.get(rows - 1)).text() : null);
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        String number = row.getString("number");
        return new Standing(
                row.getObject("document_id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                PaperState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("house_reason"),
                number == null ? null : new TicketNumber(number));
    }

    private record Mark(String name, UUID document) {

        static Mark of(Standing last) {
            return new Mark(last.name(), last.document());
        }

        static Mark of(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (text.indexOf('\0') >= 0) {
                    throw Page.foreignMark();
                }
                int end = text.indexOf('/');
                return new Mark(text.substring(end + 1), UUID.fromString(text.substring(0, Math.max(end, 0))));
            } catch (IllegalArgumentException e) {
                throw Page.foreignMark();
            }
        }

        String text() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((document + "/" + name).getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.ticketingos.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.ticketingos.client.Client;
import org.ticketingos.client.Clients;
import org.ticketingos.document.PdfWriter;
import org.ticketingos.ticket.Ticket;

/** Writes the files of a delivery: the data as CSV and JSON, and a report to read. */
@Component
class DeliveryFiles {

    private final Clients clients;
    private final WorkItems items;
    private final PdfWriter pdf;
    private final ObjectMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DeliveryFiles(Clients clients, WorkItems items, PdfWriter pdf) {
        this.clients = clients;
        this.items = items;
        this.pdf = pdf;
    }

    record File(String name, String mediaType, byte[] bytes) {}

    List<File> write(Ticket ticket, int round, List<WorkItem> work, Instant at) {
        Client client = clients.get(ticket.client());
        String name = ticket.number() + "-delivery-" + round;
        List<WorkItem> recorded = work.stream().filter(item -> item.is(WorkItem.RECORDED)).toList();
        List<DeliveryReport.Rejected> rejected = work.stream()
                .filter(item -> item.is(WorkItem.REJECTED))
                .map(item -> new DeliveryReport.Rejected(item.label(), items.reason(item.id()).orElse("")))
                .toList();
        List<File> files = new ArrayList<>();
        files.add(new File(name + ".pdf", "application/pdf",
                pdf.fromHtml(new DeliveryReport(ticket, client, round, recorded, rejected, at).html())));
        files.add(text(name + ".csv", "text/csv", csv(recorded)));
        lines(recorded).ifPresent(lines -> files.add(text(name + "-lines.csv", "text/csv", lines)));
        files.add(text(name + ".json", "application/json", json(ticket, client, round, recorded, rejected, at)));
        return files;
    }

    private static File text(String name, String mediaType, String content) {
        return new File(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    static String csv(List<WorkItem> recorded) {
        Set<String> columns = new LinkedHashSet<>();
        recorded.forEach(item -> columns.addAll(FieldNames.plain(item.fields()).keySet()));
        List<String> header = new ArrayList<>(List.of("item", "type"));
        columns.stream().filter(column -> !column.equals("documentType")).forEach(header::add);
        List<List<String>> rows = new ArrayList<>();
        for (WorkItem item : recorded) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(item.position()), item.type()));
            header.stream().skip(2).forEach(column -> row.add(item.fields().getOrDefault(column, "")));
            rows.add(row);
        }
        return Csv.of(header, rows);
    }

    static Optional<String> lines(List<WorkItem> recorded) {
        Set<String> columns = new LinkedHashSet<>();
        recorded.forEach(item -> FieldNames.rows(item.fields()).forEach(row -> columns.addAll(row.keySet())));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> header = new ArrayList<>(List.of("item", "line"));
        header.addAll(columns);
        List<List<String>> rows = new ArrayList<>();
        for (WorkItem item : recorded) {
            int number = 1;
            for (Map<String, String> line : FieldNames.rows(item.fields())) {
                List<String> row = new ArrayList<>(List.of(String.valueOf(item.position()), String.valueOf(number++)));
                columns.forEach(column -> row.add(line.getOrDefault(column, "")));
                rows.add(row);
            }
        }
        return Optional.of(Csv.of(header, rows));
    }

    private String json(Ticket ticket, Client client, int round, List<WorkItem> recorded,
            List<DeliveryReport.Rejected> rejected, Instant at) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("ticket", ticket.number().value());
        content.put("client", client.name());
        content.put("round", round);
        content.put("deliveredAt", at.toString());
        List<Map<String, Object>> list = new ArrayList<>();
        for (WorkItem item : recorded) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("item", item.position());
            one.put("type", item.type());
            one.put("fields", FieldNames.plain(item.fields()));
            one.put("lines", FieldNames.rows(item.fields()));
            list.add(one);
        }
        content.put("items", list);
        content.put("rejected", rejected.stream().map(r -> Map.of("item", r.label(), "reason", r.reason())).toList());
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

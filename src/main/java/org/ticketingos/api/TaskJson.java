package org.ticketingos.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ticketingos.ticket.FormFiller;
import org.ticketingos.workflow.FormField;
import org.ticketingos.workflow.InboxItem;
import org.ticketingos.workflow.OpenTask;

/** A human step in the API. Lists leave out what is asked for; a single step shows it. */
record TaskJson(
        String id,
        String ticket,
        String client,
        String subject,
        String serviceLine,
        String priority,
        String step,
        String name,
        String form,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Boolean mine,
        @Nullable List<Field> fields,
        @Nullable Map<String, Object> values,
        @Nullable Map<String, FormFiller.Hint> hints,
        @Nullable List<String> documents) {

    /**
     * One field to fill.
     *
     * @param type textfield, textarea, number, select, radio, checkbox, datetime (a day, ISO 8601), text (only to
     *     read), dynamiclist (rows of {@code fields})
     * @param when asked for only while another field of the form or row has one of these values; else leave it out
     */
    record Field(
            String key,
            String type,
            String label,
            String description,
            boolean required,
            boolean readOnly,
            boolean hidden,
            List<Option> options,
            int maxLength,
            @Nullable String pattern,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<Field> fields,
            @Nullable Map<String, Set<String>> when) {}

    /** A choice. */
    record Option(String value, String label) {}

    static TaskJson of(InboxItem item) {
        return of(item, null, null, null, null, null);
    }

    static TaskJson of(OpenTask task) {
        Map<String, Map<String, String>> options = task.content().options();
        return of(
                task.item(),
                task.mine(),
                task.form().fields().stream().map(field -> field(field, options, "")).toList(),
                task.values(),
                task.content().hints(),
                task.content().documents());
    }

    private static TaskJson of(
            InboxItem item,
            @Nullable Boolean mine,
            @Nullable List<Field> fields,
            @Nullable Map<String, Object> values,
            @Nullable Map<String, FormFiller.Hint> hints,
            @Nullable List<String> documents) {
        return new TaskJson(
                item.taskId(),
                item.number().value(),
                item.client().value(),
                item.subject(),
                item.line(),
                item.priority().name(),
                item.step(),
                item.name(),
                item.form(),
                item.queue(),
                item.assignee(),
                item.dueAt(),
                item.createdAt(),
                mine,
                fields,
                values,
                hints,
                documents);
    }

    private static Field field(FormField field, Map<String, Map<String, String>> later, String path) {
        String key = path + field.key();
        Map<String, String> choices = later.getOrDefault(key, field.options());
        return new Field(
                field.key(),
                field.type().word(),
                field.label(),
                field.description(),
                field.required(),
                field.readOnly(),
                field.hidden(),
                choices.entrySet().stream()
                        .map(choice -> new Option(choice.getKey(), choice.getValue()))
                        .toList(),
                field.limits().maxLength(),
                field.limits().pattern() == null ? null : field.limits().pattern().pattern(),
                field.limits().min(),
                field.limits().max(),
                field.fields().stream().map(part -> field(part, later, key + ".")).toList(),
                field.when() == null ? null : Map.of(field.when().key(), field.when().values()));
    }
}

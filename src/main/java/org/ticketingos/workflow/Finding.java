package org.ticketingos.workflow;

/**
 * Something a model must not be deployed with.
 *
 * @param element id of the element, row or field to blame; the empty string when it is the file as a whole
 * @param rule chapter of the rule book: {@code identity}, {@code binding}, {@code completeness}, {@code readability}
 *     or {@code allow-list}
 * @param sentence what is wrong, for the person who drew it
 */
public record Finding(String file, String element, String rule, String sentence) {

    static final String IDENTITY = "identity";
    static final String BINDING = "binding";
    static final String COMPLETENESS = "completeness";
    static final String READABILITY = "readability";
    static final String ALLOW_LIST = "allow-list";

    @Override
    public String toString() {
        return file + (element.isEmpty() ? "" : ", " + element) + ": " + sentence;
    }
}

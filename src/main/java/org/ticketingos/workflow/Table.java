package org.ticketingos.workflow;

import java.util.List;

/**
 * What a diagram needs to know of a decision table.
 *
 * @param inputs the facts it asks for
 * @param outputs what it answers
 * @param many whether several rows may answer, which no diagram can take
 */
record Table(String id, List<String> inputs, List<String> outputs, boolean many) {}

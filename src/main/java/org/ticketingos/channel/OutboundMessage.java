package org.ticketingos.channel;

import java.util.List;
import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param mailId its Message-ID without angle brackets, made once, the same at every attempt
 * @param references Message-IDs of the conversation so far, the oldest first
 * @param automatic written by the process, not by a person
 * @param brand the name the client has chosen for its portal; empty where it has none
 */
public record OutboundMessage(
        UUID id,
        String mailId,
        String to,
        List<String> cc,
        String subject,
        String text,
        List<Attachment> attachments,
        List<String> references,
        boolean automatic,
        String brand) {}

package org.ticketingos.channel;

import java.util.List;
import org.ticketingos.document.DocumentRef;

/**
 * A message to be sent.
 *
 * @param to mail address; empty: shown in the conversation only
 * @param automatic written by the process, not by a person; it says so in its headers and no robot need answer it
 */
public record Draft(String to, String subject, String text, List<DocumentRef> attachments, boolean automatic) {}

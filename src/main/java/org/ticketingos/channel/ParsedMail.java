package org.ticketingos.channel;

/** A mail as read: always a message, if need be one that only carries the raw mail. */
record ParsedMail(InboundMessage message, boolean readable) {}

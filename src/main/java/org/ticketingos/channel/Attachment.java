package org.ticketingos.channel;

/** A file that came with a message or goes with one. */
public record Attachment(String name, String mediaType, byte[] bytes) {}

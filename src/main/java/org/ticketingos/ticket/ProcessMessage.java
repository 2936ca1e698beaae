package org.ticketingos.ticket;

/** A ticket event a diagram can wait for: {@code PaperRead} is the message {@code paper-read}. */
public interface ProcessMessage extends TicketEvent {}

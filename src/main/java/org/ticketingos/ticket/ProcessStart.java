package org.ticketingos.ticket;

/** A ticket event that begins a diagram of its own beside the ticket's spine. */
public interface ProcessStart extends TicketEvent {

    /** Key of the diagram, for example {@code appeal}. */
    String diagram();
}

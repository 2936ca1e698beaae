package org.ticketingos.client;

import java.time.LocalDate;

/** A day on which no block of a calendar opens. */
public record Holiday(LocalDate day, String name, HolidayList list) {}

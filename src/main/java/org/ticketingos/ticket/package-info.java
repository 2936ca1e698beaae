/** The record of one piece of work a client has asked for, and its history. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "privacy"})
package org.ticketingos.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Tells other systems by HTTP what has happened, signed, in order and until they have heard it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "channel", "access"})
package org.ticketingos.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

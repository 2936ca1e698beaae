/** Says what a ticket is: service line, category, priority, mood. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "channel", "document", "access"})
package org.ticketingos.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

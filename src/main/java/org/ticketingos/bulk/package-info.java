/** Does one thing to many open steps: tried first, row by row, by the same verbs as a single one, and undone at once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "access", "workflow", "channel"})
package org.ticketingos.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

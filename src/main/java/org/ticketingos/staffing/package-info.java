/** Says who: agents, their skills, shifts and load. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "access", "privacy"})
package org.ticketingos.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

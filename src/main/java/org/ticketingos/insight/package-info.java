/** Measures: what every number says about the work. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "staffing"})
package org.ticketingos.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Remembers every action, provably. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "access", "privacy"})
package org.ticketingos.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

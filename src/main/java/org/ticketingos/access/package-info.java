/** Who may do and see what. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "privacy"})
package org.ticketingos.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** May this pass, and if not, why not. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ticketingos.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

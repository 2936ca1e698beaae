/** How work arrives and answers leave. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "document", "access", "language", "privacy"})
package org.ticketingos.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

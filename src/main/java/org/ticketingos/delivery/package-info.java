/** What is handed to the client, and its sign-off. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "document", "gate", "channel", "access", "language", "privacy"})
package org.ticketingos.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

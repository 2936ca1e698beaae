/** Runs the diagrams: starts them, wakes them, shows their human steps, checks models and forms. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "access", "gate", "privacy"})
package org.ticketingos.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

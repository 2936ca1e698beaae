/** Says whether finished work is good enough, and sends it back when it is not. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "delivery", "gate", "channel", "staffing", "access", "language"})
package org.ticketingos.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Says by when: the contract a ticket is entitled to, its clocks, its breaches. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "gate", "channel", "access"})
package org.ticketingos.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

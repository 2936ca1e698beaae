/** Texts and bundles of acts prepared for many tickets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "channel", "access", "workflow", "staffing"})
package org.ticketingos.macro;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

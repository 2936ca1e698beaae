/** Tells people what concerns them: in the product, by mail as they wish, and not in their quiet hours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "access", "channel"})
package org.ticketingos.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What accepted work costs: meter, price, invoice, payout. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "delivery", "staffing", "document", "channel", "access"})
package org.ticketingos.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Whom we work for, and what was agreed: clients, contacts, contracts, rates, calendars, money. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "privacy"})
package org.ticketingos.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Data entry: from a scanned page to a posted ledger entry. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"delivery", "ticket", "client", "document", "gate", "channel", "access", "privacy"})
package org.ticketingos.delivery.dataentry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

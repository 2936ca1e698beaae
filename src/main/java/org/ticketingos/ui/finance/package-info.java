/** What the back office sits in front of: invoices and payouts. */
@NullMarked
package org.ticketingos.ui.finance;

import org.jspecify.annotations.NullMarked;

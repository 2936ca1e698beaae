/** What agents sit in front of: work lists and the page of one ticket. */
@NullMarked
package org.ticketingos.ui.inbox;

import org.jspecify.annotations.NullMarked;

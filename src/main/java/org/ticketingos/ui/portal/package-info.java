/** What clients sit in front of, with and without a log-in. */
@NullMarked
package org.ticketingos.ui.portal;

import org.jspecify.annotations.NullMarked;

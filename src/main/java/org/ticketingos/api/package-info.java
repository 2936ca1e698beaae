/** The same doors as the screens, for programs. */
@NullMarked
package org.ticketingos.api;

import org.jspecify.annotations.NullMarked;

/** What supervisors sit in front of: load, breaches, incidents. */
@NullMarked
package org.ticketingos.ui.board;

import org.jspecify.annotations.NullMarked;

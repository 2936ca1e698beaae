/** The frame of every screen: layout, log-in, words, the calm error sentence. */
@NullMarked
package org.ticketingos.ui.shell;

import org.jspecify.annotations.NullMarked;

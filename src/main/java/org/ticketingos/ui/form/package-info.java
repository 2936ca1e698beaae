/** Draws the form of a human step, beside the page it is about. */
@NullMarked
package org.ticketingos.ui.form;

import org.jspecify.annotations.NullMarked;

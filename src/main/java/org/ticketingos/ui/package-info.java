/** The screens: what each group of people sits in front of. */
@NullMarked
package org.ticketingos.ui;

import org.jspecify.annotations.NullMarked;

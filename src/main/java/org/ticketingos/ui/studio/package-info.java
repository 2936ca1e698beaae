/** What analysts sit in front of: diagrams, tables, forms. */
@NullMarked
package org.ticketingos.ui.studio;

import org.jspecify.annotations.NullMarked;

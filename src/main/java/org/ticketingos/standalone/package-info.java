/** What an empty computer lacks: a database, a mail server, a sample company. */
@NullMarked
package org.ticketingos.standalone;

import org.jspecify.annotations.NullMarked;

/** The other process: opens foreign files, reads their pages and draws them. Has no database, no secrets, no network. */
@NullMarked
package org.ticketingos.document.worker;

import org.jspecify.annotations.NullMarked;

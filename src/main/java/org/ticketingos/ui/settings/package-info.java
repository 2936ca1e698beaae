/** What administrators sit in front of: people, clients, proof of the audit trail. */
@NullMarked
package org.ticketingos.ui.settings;

import org.jspecify.annotations.NullMarked;

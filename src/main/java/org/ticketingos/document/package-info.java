/** Paper in and out: stores files, reads text out of them in a worker process, writes PDFs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"client", "privacy", "access", "language"})
package org.ticketingos.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

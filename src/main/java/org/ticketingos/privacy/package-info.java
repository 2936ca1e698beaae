/** Knows whom a piece of content is about, and what can be forgotten. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ticketingos.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

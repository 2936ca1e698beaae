/** Says things in the language of whoever reads them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.ticketingos.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

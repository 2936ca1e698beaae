/** Many files handed in at one go: collected without taking one twice, sent as one request, told file by file. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ticket", "client", "channel", "document", "delivery", "access"})
package org.ticketingos.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.ticketingos.ui.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ticketingos.access.ClientRole;

/** Which of a client's people a screen is for. Without it a client's screen is for all of them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ForClient {

    /** Any of these will do; none: every role. */
    ClientRole[] value() default {};

    /** Only for those who may see invoices. */
    boolean invoices() default false;
}

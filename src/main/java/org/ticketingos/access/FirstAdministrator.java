package org.ticketingos.access;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets the first person into a database without users; the password comes from the environment, none is built in. */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int SHORTEST = 10;

    private final Users users;
    private final String password;

    FirstAdministrator(Users users, @Value("${ticketingos.first-admin-password:}") String password) {
        this.users = users;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (password.isBlank()) {
            return;
        }
        Scope.system(() -> {
            if (!users.all().isEmpty()) {
                return;
            }
            if (password.length() < SHORTEST) {
                throw new IllegalStateException(
                        "ticketingos.first-admin-password must have at least " + SHORTEST + " characters");
            }
            users.add(
                    new Users.User(
                            "admin", "Administrator", "admin@localhost", Set.of(Role.ADMIN), null, Set.of(), true),
                    password);
            LOG.info("The user admin has been created with the password from the environment.");
        });
    }
}

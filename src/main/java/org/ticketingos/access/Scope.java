package org.ticketingos.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a thread may see: one client's, everybody's, or none. Row-level security in the database enforces it;
 * a thread that is nobody sees nothing.
 */
public final class Scope {

    private static final String EVERYONE = "*";
    private static final ThreadLocal<@Nullable String> SYSTEM = new ThreadLocal<>();

    private Scope() {}

    /** Runs work of the house itself (couriers, timers, workers) with sight of all clients. */
    public static void system(Runnable work) {
        system(() -> {
            work.run();
            return null;
        });
    }

    public static <T> @Nullable T system(Supplier<@Nullable T> work) {
        String before = SYSTEM.get();
        SYSTEM.set(EVERYONE);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SYSTEM.remove();
            } else {
                SYSTEM.set(before);
            }
        }
    }

    /** Runs work with the sight of whoever is logged in and no more, even on a thread that does the house's work. */
    public static void person(Runnable work) {
        String before = SYSTEM.get();
        SYSTEM.remove();
        try {
            work.run();
        } finally {
            if (before != null) {
                SYSTEM.set(before);
            }
        }
    }

    /** What the database is told: {@code *}, a client's id, or the empty string for nobody. */
    static String current() {
        String system = SYSTEM.get();
        if (system != null) {
            return system;
        }
        Optional<CurrentUser> user = CurrentUser.find();
        if (user.isEmpty()) {
            return "";
        }
        return user.get().client() == null ? EVERYONE : user.get().client().value();
    }
}

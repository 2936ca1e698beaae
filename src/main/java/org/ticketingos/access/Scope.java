package org.ticketingos.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows a thread may see: one client's, or what one person of it may, everybody's, or none. Row-level security in the database enforces it;
 * a thread that is nobody sees nothing.
 */
public final class Scope {

    private static final ThreadLocal<@Nullable Boolean> SYSTEM = new ThreadLocal<>();

    private Scope() {}

    /** Runs work of the house itself (couriers, timers, workers) with sight of all clients. */
    public static void system(Runnable work) {
        system(() -> {
            work.run();
            return null;
        });
    }

    public static <T> @Nullable T system(Supplier<@Nullable T> work) {
        Boolean before = SYSTEM.get();
        SYSTEM.set(true);
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
        Boolean before = SYSTEM.get();
        SYSTEM.remove();
        try {
            work.run();
        } finally {
            if (before != null) {
                SYSTEM.set(before);
            }
        }
    }

    static Sight current() {
        if (SYSTEM.get() != null) {
            return Sight.EVERYTHING;
        }
        return CurrentUser.account().map(Account::sight).orElse(Sight.NOTHING);
    }
}

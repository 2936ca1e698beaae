package org.ticketingos.channel;

import org.springframework.stereotype.Component;

/** Tells the courier that a message is waiting; whoever writes one need not know the courier. */
@Component
class CourierBell {

    private volatile Runnable courier = () -> {};

    void answeredBy(Runnable wake) {
        courier = wake;
    }

    void ring() {
        courier.run();
    }
}

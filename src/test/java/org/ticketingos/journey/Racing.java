package org.ticketingos.journey;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several people doing something at the very same moment. */
final class Racing {

    private Racing() {}

    /** A request without a paper, which goes straight to data entry. */
    static String raise(Api client, String subject) {
        Api.Answer answer = client.post(
                "/api/v1/tickets",
                Map.of("subject", subject, "text", "Please enter what I write here.", "serviceLine", "data-entry"));
        return answer.body().path("number").asText();
    }

    static List<Api.Answer> together(List<Supplier<Api.Answer>> people) {
        CyclicBarrier start = new CyclicBarrier(people.size());
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<Api.Answer>> running = people.stream()
                    .map(person -> threads.submit(() -> {
                        start.await();
                        return person.get();
                    }))
                    .toList();
            return running.stream().map(Racing::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Api.Answer result(Future<Api.Answer> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

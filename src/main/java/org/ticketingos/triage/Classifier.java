package org.ticketingos.triage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads requests. It learns beside the start of the application, from the seeds alone, in a few seconds; who asks
 * earlier waits. If it cannot learn at all, it proposes nothing, and people decide.
 */
@Component
class Classifier implements DisposableBean {

    /** Name of the recipe; the hash beside it names the exact result. */
    static final String VERSION = "seeds-1";

    /** Below the 30 s a step may take; then the step fails and is tried again. */
    private static final int PATIENCE_SECONDS = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);

    private final CompletableFuture<Trained> trained = new CompletableFuture<>();
    private boolean begun;

    /** A guess, with the vector of the text it is about. */
    record Read(Guess guess, float[] vector, String sentenceModel, String modelHash) {}

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (begun) {
            return;
        }
        begun = true;
        Thread learner = new Thread(this::learn, "triage");
        learner.setDaemon(true);
        learner.setPriority(Thread.MIN_PRIORITY);
        learner.start();
    }

    Read read(String text) {
        begin();
        Trained ready = await();
        if (ready == null) {
            return new Read(Guess.nothing(), new float[0], "", "");
        }
        float[] vector = ready.embedder().embed(text);
        boolean readable = !text.isBlank() && RequestText.readable(text);
        Guess guess = readable ? ready.kit().guess(text, vector) : Guess.nothing();
        return new Read(guess, vector, ready.embedder().modelHash(), ready.kit().hash());
    }

    private void learn() {
        try {
            Embedder embedder = new Embedder();
            Kit kit = Kit.train(Seeds.requests(), Seeds.moods(), embedder::embed, embedder.modelHash());
            trained.complete(new Trained(embedder, kit));
            LOG.info("Triage has learned from its seeds ({}, {})", VERSION, kit.hash().substring(0, 12));
        } catch (Exception | LinkageError e) {
            LOG.error("Triage cannot read requests; the service desk will classify every ticket by hand", e);
            trained.completeExceptionally(e);
        }
    }

    private @Nullable Trained await() {
        try {
            return trained.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return null;
        } catch (TimeoutException e) {
            throw new IllegalStateException("the classifier is still learning", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the classifier was learning", e);
        }
    }

    @Override
    public void destroy() {
        if (trained.isDone() && !trained.isCompletedExceptionally()) {
            trained.join().embedder().close();
        }
    }

    private record Trained(Embedder embedder, Kit kit) {}
}

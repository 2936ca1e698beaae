package org.ticketingos.document;

import java.io.IOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Workers and a reader without Spring. */
final class Room implements AutoCloseable {

    static final ReadingSettings SETTINGS = settings(Duration.ofSeconds(180));

    final Workers workers;
    final DocumentReader reader;

    Room(ReadingSettings settings) {
        workers = new Workers(new WorkerCommand(new Natives(""), settings), settings);
        reader = new DocumentReader(workers, settings);
    }

    static ReadingSettings settings(Duration pageTime) {
        return new ReadingSettings(
                true,
                1,
                Duration.ofSeconds(60),
                pageTime,
                Duration.ofMinutes(5),
                3,
                DataSize.ofMegabytes(50),
                200,
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(512),
                Duration.ofSeconds(5));
    }

    Outcome read(byte[] bytes, String mediaType) throws IOException, InterruptedException {
        return reader.read(bytes, mediaType);
    }

    @Override
    public void close() {
        workers.close();
    }
}

package org.ticketingos.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How documents are read.
 *
 * @param reading off where another instance reads
 * @param workers documents read at the same time
 * @param openTime for opening a file, {@code pageTime} for reading or drawing one page, {@code documentTime} for all
 *     its pages; a worker that needs longer is killed
 * @param maxPagesRead scanned pages recognised in one document; the others are flagged as not read
 * @param maxBytes of a file that is read
 * @param pagesPerWorker after which a worker is replaced by a fresh one
 * @param idle after which an unused worker ends
 * @param workerMemory heap of a worker
 * @param poll how often the queue is looked at without being woken
 */
@ConfigurationProperties("ticketingos.document")
record ReadingSettings(
        @DefaultValue("true") boolean reading,
        @DefaultValue("2") int workers,
        @DefaultValue("20s") Duration openTime,
        @DefaultValue("20s") Duration pageTime,
        @DefaultValue("3m") Duration documentTime,
        @DefaultValue("20") int maxPagesRead,
        @DefaultValue("50MB") DataSize maxBytes,
        @DefaultValue("200") int pagesPerWorker,
        @DefaultValue("2m") Duration idle,
        @DefaultValue("512MB") DataSize workerMemory,
        @DefaultValue("10s") Duration poll) {}

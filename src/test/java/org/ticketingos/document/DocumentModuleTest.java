package org.ticketingos.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.ticketingos.Database;
import org.ticketingos.Wired;
import org.ticketingos.access.Scope;

class DocumentModuleTest {

    @Test
    void put_together_by_spring_it_reads_in_the_background_and_ends_its_workers() throws Exception {
        new Archive(Room.SETTINGS).close();
        var told = new LinkedBlockingQueue<DocumentRead>();
        List<ProcessHandle> workers;
        try (var context = Wired.modules("org.ticketingos.document")) {
            context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<DocumentRead>>)
                    event -> told.add(event.getPayload()));
            context.refresh();
            var documents = context.getBean(Documents.class);
            UUID[] asked = new UUID[1];
            Scope.system(() -> Database.transactions().executeWithoutResult(status -> {
                DocumentRef scan = documents.store(
                        Archive.CLIENT,
                        "ticket",
                        "scan.pdf",
                        "application/pdf",
                        context.getBean(PdfWriter.class).asScan(Papers.invoice("MOD-" + UUID.randomUUID())));
                documents.requestReading(scan.id());
                asked[0] = scan.id();
            }));

            DocumentRead read = told.poll(60, TimeUnit.SECONDS);

            assertThat(read).isNotNull();
            assertThat(read.documentId()).isEqualTo(asked[0]);
            assertThat(read.status()).isEqualTo(ReadStatus.READ);
            workers = context.getBean(Workers.class).processes();
            assertThat(workers).isNotEmpty();
        }
        assertThat(workers).noneMatch(ProcessHandle::isAlive);
    }
}

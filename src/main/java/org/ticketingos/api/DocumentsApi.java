package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;

@RestController
@RequestMapping("/api/v1/documents/{id}")
@Tag(name = "Documents", description = "Files: originals, deliverables, pages as pictures.")
class DocumentsApi {

    private final Documents documents;

    DocumentsApi(Documents documents) {
        this.documents = documents;
    }

    @GetMapping
    @Operation(summary = "The file itself, always as a download")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        DocumentRef document = documents.find(id).orElseThrow(() -> new NotThere("document"));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(documents.bytes(id));
    }

    @GetMapping(path = "/pages/{page}", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "One page as a picture; pages count from 1")
    byte[] page(@PathVariable UUID id, @PathVariable int page) {
        documents.find(id).orElseThrow(() -> new NotThere("document"));
        return documents.pageImage(id, page).orElseThrow(() -> new NotThere("page"));
    }
}

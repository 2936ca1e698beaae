package org.ticketingos.ui.inbox;

import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.ticketingos.document.DocumentRef;
import org.ticketingos.document.Documents;

/**
 * Pages of documents as pictures for the screens, under an address that stays: the browser keeps the picture, asks each
 * time whether it may still show it, and a page that was left leaves no broken picture behind.
 */
@RestController
class PagePictures {

    private final Documents documents;

    PagePictures(Documents documents) {
        this.documents = documents;
    }

    static String address(UUID document, int page) {
        return "papers/" + document + "/" + page + ".png";
    }

    @GetMapping("/papers/{id}/{page}.png")
    ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int page, WebRequest asked) {
        DocumentRef document = documents.find(id).orElse(null);
        if (document == null) {
            return ResponseEntity.notFound().build();
        }
        String version = "\"" + document.sha256() + "-" + page + "\"";
        if (asked.checkNotModified(version)) {
            return ResponseEntity.status(304).build();
        }
        return documents
                .pageImage(id, page)
                .map(png -> ResponseEntity.ok()
                        .eTag(version)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .contentType(MediaType.IMAGE_PNG)
                        .body(png))
                .orElseGet(() -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.IMAGE_PNG)
                        .body(NoPicture.PNG));
    }
}

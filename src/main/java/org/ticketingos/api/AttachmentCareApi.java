package org.ticketingos.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ticketingos.document.VirusWatch;

@RestController
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
@Tag(name = "Documents")
class AttachmentCareApi {

    private final VirusWatch watch;

    AttachmentCareApi(VirusWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/api/v1/virus-check")
    @Operation(summary = "Whether arriving files are checked for viruses, how many wait and how many are kept apart")
    VirusWatch.Standing standing() {
        return watch.standing();
    }
}

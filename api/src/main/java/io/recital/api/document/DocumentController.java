package io.recital.api.document;

import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.models.contract.DocumentStatus;
import io.recital.models.contract.DocumentVersion;
import io.recital.models.store.Repositories;
import io.recital.models.store.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Document versions: what is known of them, their stored text, their original bytes. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
class DocumentController {
    private final Repositories store;
    private final Tenancy tenancy;

    DocumentController(Repositories store, Tenancy tenancy) {
        this.store = store;
        this.tenancy = tenancy;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a document version")
    DocumentVersion get(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        return tenancy.call(tenant, () -> document(id));
    }

    @GetMapping(value = "/{id}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Get the stored text",
            description = "UTF-8, exactly what offsets refer to; they count Unicode code points.")
    ResponseEntity<byte[]> text(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        String text = tenancy.call(tenant, () -> {
            DocumentVersion document = document(id);
            if (document.status() == DocumentStatus.RECEIVED || document.status() == DocumentStatus.REFUSED) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-text",
                        "Document " + id + " has no text: it is "
                                + (document.status() == DocumentStatus.RECEIVED ? "not read yet." : "refused."));
            }
            return store.documents().getText(id).value();
        });
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(value = "/{id}/original", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Get the original bytes as they were received")
    ResponseEntity<StreamingResponseBody> original(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant, @PathVariable UUID id) {
        DocumentVersion document = tenancy.call(tenant, () -> document(id));
        StreamingResponseBody body =
                out -> tenancy.run(tenant, () -> store.originals().copyTo(document.sha256(), out));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.file(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentLength(document.size())
                .body(body);
    }

    private DocumentVersion document(UUID id) {
        return store.documents().find(id).orElseThrow(() -> ProblemException.notFound("document", id));
    }
}

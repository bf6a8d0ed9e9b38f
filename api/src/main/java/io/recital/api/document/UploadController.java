package io.recital.api.document;

import io.recital.api.job.IngestionQueue;
import io.recital.api.job.JobView;
import io.recital.api.problem.ProblemException;
import io.recital.api.security.ApiKeyFilter;
import io.recital.ingestion.job.Ingestion;
import io.recital.ingestion.job.Submission;
import io.recital.models.contract.TenantRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in: they are kept at once, and a job reads them. */
@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents")
class UploadController {
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final Ingestion ingestion;
    private final IngestionQueue queue;
    private final JsonMapper json;

    UploadController(Ingestion ingestion, IngestionQueue queue, JsonMapper json) {
        this.ingestion = ingestion;
        this.queue = queue;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload documents",
            description = "Files, zips and mails. Answers at once with the job that ingests them; the same bytes again"
                    + " are a no-op.")
    ResponseEntity<JobView> upload(
            @Parameter(hidden = true) @RequestAttribute(ApiKeyFilter.TENANT) UUID tenant,
            @RequestParam("files") List<MultipartFile> files,
            @Parameter(description = "Contract or document that the one file is a new version of")
                    @RequestParam(required = false)
                    @Nullable
                    UUID replaces,
            @Parameter(description = "Your side: buyer, seller, licensor or partner")
                    @RequestParam(required = false)
                    @Nullable
                    String role,
            @Parameter(description = "JSON object of ids by system", example = "{\"clm\": \"C-1042\"}")
                    @RequestParam(required = false)
                    @Nullable
                    String externalIds,
            @Parameter(
                            description = "JSON object of statements; disagreements with the text are listed",
                            example = "{\"effectiveDate\": \"2026-01-01\"}")
                    @RequestParam(required = false)
                    @Nullable
                    String metadata) {
        if (replaces != null && files.size() != 1) {
            throw ProblemException.badRequest("A new version ('replaces') takes exactly one file.");
        }
        Submission submission = new Submission(
                replaces, roleOf(role), strings("externalIds", externalIds), strings("metadata", metadata));
        try (ReceivedFiles received = ReceivedFiles.of(files)) {
            UUID job = ingestion.submit(tenant, received.paths(), submission);
            queue.add(tenant, job);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/jobs/" + job))
                    .body(JobView.of(ingestion.progress(tenant, job), null));
        }
    }

    private Map<String, String> strings(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(value, STRINGS);
        } catch (JacksonException e) {
            throw ProblemException.badRequest(
                    "'" + name + "' must be a JSON object of strings, such as" + " {\"clm\": \"C-1042\"}.");
        }
    }

    private static TenantRole roleOf(@Nullable String role) {
        if (role == null || role.isBlank()) {
            return TenantRole.UNKNOWN;
        }
        try {
            return TenantRole.valueOf(role.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "There is no role '" + role + "'; use buyer, seller, licensor or partner.");
        }
    }
}

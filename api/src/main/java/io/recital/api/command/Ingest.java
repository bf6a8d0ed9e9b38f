package io.recital.api.command;

import io.recital.models.finding.LlmUse;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sends files, follows the jobs, and gathers what became of each file. */
final class Ingest {
    private static final long POLL_MILLIS = 300;
    private static final long TALK_MILLIS = 2000;

    private final ServiceClient client;
    private final PrintWriter progress;
    private final Map<String, String> fields;
    private long lastTalk = System.currentTimeMillis();
    private String said = "";

    Ingest(ServiceClient client, PrintWriter progress, Map<String, String> fields) {
        this.client = client;
        this.progress = progress;
        this.fields = fields;
    }

    IngestReport run(Uploads uploads) {
        List<IngestReport.File> files = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        uploads.skipped().forEach((file, reason) -> files.add(IngestReport.File.skipped(file, reason)));
        List<String> jobs = new ArrayList<>();
        for (List<Upload> batch : uploads.batches()) {
            jobs.add(
                    client.upload("/api/v1/documents", batch, fields).path("id").asString());
        }
        int done = 0;
        LlmUse llm = LlmUse.NONE;
        for (String job : jobs) {
            JsonNode end = follow(job, done, uploads.files().size());
            done += end.path("documents").asInt();
            llm = llm.plus(LlmUses.of(end));
            end.path("notes").forEach(note -> notes.add(note.asString()));
            collect(job, files);
        }
        return new IngestReport(files, List.copyOf(notes), llm);
    }

    private JsonNode follow(String job, int before, int sent) {
        while (true) {
            JsonNode state = client.get("/api/v1/jobs/" + job);
            if (state.path("state").asString().equals("done")) {
                return state;
            }
            talk(state, before, sent);
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandException("Interrupted; the ingestion goes on when the service runs again", e);
            }
        }
    }

    private void talk(JsonNode state, int before, int sent) {
        if (System.currentTimeMillis() - lastTalk < TALK_MILLIS) {
            return;
        }
        int done = before + state.path("finished").asInt();
        String now = "  %d of %d documents, %d passages, %d findings in this part"
                .formatted(
                        done,
                        Math.max(sent, before + state.path("documents").asInt()),
                        state.path("passages").asInt(),
                        state.path("findings").asInt());
        if (!now.equals(said)) {
            said = now;
            lastTalk = System.currentTimeMillis();
            progress.println(now);
            progress.flush();
        }
    }

    private void collect(String job, List<IngestReport.File> files) {
        String cursor = "";
        do {
            JsonNode page =
                    client.get("/api/v1/jobs/" + job + "/files" + (cursor.isEmpty() ? "" : "?cursor=" + cursor));
            page.path("items").forEach(item -> files.add(IngestReport.File.of(item)));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
    }
}

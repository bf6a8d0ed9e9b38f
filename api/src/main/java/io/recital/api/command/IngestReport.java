package io.recital.api.command;

import io.recital.models.finding.LlmUse;
import io.recital.models.store.FindingJson;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of the files of an ingestion.
 *
 * @param llm what a language model was asked, and what it cost
 */
record IngestReport(List<File> files, List<String> notes, LlmUse llm) {
    private static final JsonMapper JSON =
            FindingJson.configure(JsonMapper.builder()).build();

    /** One file. */
    record File(
            String file, String state, String reason, String contract, String document, int passages, int findings) {
        static File skipped(String file, String reason) {
            return new File(file, "refused", reason, "", "", 0, 0);
        }

        static File of(JsonNode item) {
            String container = item.path("container").asString("");
            return new File(
                    (container.isEmpty() ? "" : container + " › ")
                            + item.path("file").asString(),
                    item.path("state").asString(),
                    item.path("reason").asString(""),
                    item.path("contract").asString(""),
                    item.path("document").asString(""),
                    item.path("passages").asInt(),
                    item.path("findings").asInt());
        }
    }

    private Map<String, Long> counts() {
        return files.stream().collect(Collectors.groupingBy(File::state, LinkedHashMap::new, Collectors.counting()));
    }

    private int passages() {
        return files.stream().mapToInt(File::passages).sum();
    }

    private int findings() {
        return files.stream().mapToInt(File::findings).sum();
    }

    /** Whether there were files and none of them is in the store now. */
    boolean nothingIngested() {
        return !files.isEmpty()
                && files.stream()
                        .noneMatch(file -> List.of("ingested", "unchanged", "unpacked", "needs-ocr")
                                .contains(file.state()));
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("counts", counts());
            report.put("passages", passages());
            report.put("findings", findings());
            report.put("llm", llm.equals(LlmUse.NONE) ? null : llm);
            report.put("notes", notes);
            report.put("files", files);
            out.println(JSON.writeValueAsString(report));
        } else {
            table(out);
        }
        out.flush();
    }

    private void table(PrintWriter out) {
        out.println(files.size() + (files.size() == 1 ? " file: " : " files: ")
                + counts().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + " — " + passages() + " passages, " + findings() + " findings");
        files.stream()
                .filter(file -> !file.reason().isEmpty())
                .forEach(file -> out.println("  " + file.state() + ": " + file.file() + " — " + file.reason()));
        if (!llm.equals(LlmUse.NONE)) {
            out.println("  language model: " + LlmUses.line(llm));
        }
        notes.forEach(note -> out.println("  note: " + note));
    }
}

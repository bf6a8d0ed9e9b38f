package io.recital.api.command;

import io.recital.models.finding.LlmUse;
import io.recital.models.store.FindingJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What jobs say of a language model, for people. */
final class LlmUses {
    private static final JsonMapper JSON =
            FindingJson.configure(JsonMapper.builder()).build();

    private LlmUses() {}

    /** The use that a job states; none when it states none. */
    static LlmUse of(JsonNode job) {
        JsonNode llm = job.path("llm");
        return llm.isObject() ? JSON.treeToValue(llm, LlmUse.class) : LlmUse.NONE;
    }

    /** In a line, such as {@code 12 calls (5400 tokens in, 610 out, EUR 0.0121), 3 answers from memory}. */
    static String line(LlmUse use) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "%d %s (%d tokens in, %d out%s)",
                use.calls(),
                use.calls() == 1 ? "call" : "calls",
                use.tokensIn(),
                use.tokensOut(),
                use.cost() == null ? "" : ", " + use.cost()));
        add(parts, use.cached(), "from memory");
        add(parts, use.notAsked(), "not asked for lack of budget");
        add(parts, use.unanswered(), "without a usable answer");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int questions, String what) {
        if (questions > 0) {
            parts.add(questions + (questions == 1 ? " question " : " questions ") + what);
        }
    }
}

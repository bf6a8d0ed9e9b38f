package io.recital.api.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds an answer's JSON against the stored documents: every quote, number and sum, and the hash over all of it. */
public final class AnswerCheck {
    private final Sources sources;
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();

    public AnswerCheck(Sources sources) {
        this.sources = sources;
    }

    /** What is wrong with the answer, a sentence each that says where; empty when all of it holds. */
    public List<String> faults(JsonNode answer) {
        JsonNode citations = answer.path("citations");
        for (int i = 0; i < citations.size(); i++) {
            checkQuote(citations.get(i), "citations[" + i + "]");
        }
        for (int i = 0; i < answer.path("passages").size(); i++) {
            checkQuote(answer.path("passages").get(i), "passages[" + i + "]");
        }
        for (int i = 0; i < answer.path("sentences").size(); i++) {
            checkSentence(answer, answer.path("sentences").get(i), "sentences[" + i + "]");
        }
        checkWhole(answer);
        checkSeal(answer);
        return List.copyOf(faults);
    }

    private void checkQuote(JsonNode citation, String where) {
        String quote = citation.path("quote").asString("");
        String document = citation.path("document").asString("");
        int start = citation.path("start").asInt(-1);
        int end = citation.path("end").asInt(-1);
        Optional<String> text = texts.computeIfAbsent(document, this::text);
        if (text.isEmpty()) {
            faults.add(where + ": there is no document " + document + " to hold its quote against.");
            return;
        }
        int length = text.get().codePointCount(0, text.get().length());
        if (start < 0
                || end <= start
                || end > length
                || !at(text.get(), start, end).equals(quote)) {
            faults.add(where + ": its quote is not what stands at characters " + start + " to " + end
                    + " of the stored text.");
        }
        if (!sha256(quote).equals(citation.path("sha256").asString(""))) {
            faults.add(where + ": its sha256 is not that of its quote.");
        }
    }

    private Optional<String> text(String document) {
        return id(document).flatMap(sources::text);
    }

    private static Optional<UUID> id(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String at(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    private void checkSentence(JsonNode answer, JsonNode sentence, String where) {
        List<JsonNode> rests = new ArrayList<>();
        sentence.path("citations").forEach(index -> cited(answer, index, where).ifPresent(rests::add));
        if (rests.isEmpty()) {
            faults.add(where + ": it cites nothing.");
        }
        List<String> stated = new ArrayList<>();
        for (JsonNode derivation : sentence.path("derivations")) {
            checkDerivation(answer, derivation, where, rests, stated);
        }
        for (JsonNode citation : rests) {
            stated.add(citation.path("quote").asString(""));
            stated.add(citation.path("path").asString(""));
            stated.add(citation.path("file").asString(""));
            id(citation.path("contract").asString("")).map(sources::title).ifPresent(stated::add);
        }
        stated.add(answer.path("question").asString(""));
        stated.add(answer.path("plan").path("asOf").asString(""));
        List<String> unstated = Figures.unstated(sentence.path("text").asString(""), stated);
        if (!unstated.isEmpty()) {
            faults.add(where + ": nothing that it cites or computes states " + String.join(", ", unstated) + ".");
        }
    }

    private Optional<JsonNode> cited(JsonNode answer, JsonNode index, String where) {
        int i = index.asInt(-1);
        if (i < 0 || i >= answer.path("citations").size()) {
            faults.add(where + ": there is no citation " + index + ".");
            return Optional.empty();
        }
        used.add(i);
        return Optional.of(answer.path("citations").get(i));
    }

    private void checkDerivation(
            JsonNode answer, JsonNode derivation, String where, List<JsonNode> rests, List<String> stated) {
        List<String> values = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        for (JsonNode input : derivation.path("inputs")) {
            String value = input.path("value").asString("");
            values.add(value);
            if (!input.path("citation").isNull()) {
                cited(answer, input.path("citation"), where).ifPresent(rests::add);
                quoted.add(value);
            }
            checkFact(input, where);
        }
        List<String> quotes = rests.stream()
                .map(citation -> citation.path("quote").asString(""))
                .toList();
        for (String value : quoted) {
            if (!Figures.unstated(value, quotes).isEmpty()) {
                faults.add(where + ": no quote of it states " + value + ".");
            }
        }
        String result = derivation.path("result").asString("");
        if (!SumCheck.comesTo(derivation.path("operation").asString(""), values, result)) {
            faults.add(where + ": the sum of " + String.join(", ", values) + " does not come to " + result + ".");
        }
        stated.addAll(values);
        stated.add(result);
    }

    private void checkFact(JsonNode input, String where) {
        JsonNode cell = input.path("fact");
        if (cell.isNull() || cell.isMissingNode()) {
            return;
        }
        String kind = cell.path("kind").asString("");
        String row = cell.path("row").asString("");
        String value = input.path("value").asString("");
        Optional<JsonNode> fact = sources.fact(kind, row);
        if (fact.isEmpty()) {
            faults.add(where + ": there is no " + kind + " " + row + " to hold " + value + " against.");
        } else if (!Figures.unstated(value, leaves(fact.get())).isEmpty()) {
            faults.add(where + ": the " + kind + " " + row + " does not state " + value + ".");
        }
    }

    private static List<String> leaves(JsonNode node) {
        return node.isContainer()
                ? StreamSupport.stream(node.spliterator(), false)
                        .flatMap(child -> leaves(child).stream())
                        .toList()
                : List.of(node.asString(""));
    }

    private void checkWhole(JsonNode answer) {
        boolean abstained = answer.path("sentences").isEmpty();
        if (abstained != answer.path("abstained").asBoolean(!abstained)
                || abstained == answer.path("reason").isNull()) {
            faults.add("abstained: an answer has sentences, and only an abstention has a reason instead.");
        }
        String said = StreamSupport.stream(answer.path("sentences").spliterator(), false)
                .map(sentence -> sentence.path("text").asString(""))
                .collect(Collectors.joining("\n"));
        if (!abstained && !said.equals(answer.path("answer").asString(""))) {
            faults.add("answer: it is not what its sentences say.");
        }
        for (int i = 0; i < answer.path("citations").size(); i++) {
            if (!used.contains(i)) {
                faults.add("citations[" + i + "]: no sentence rests on it.");
            }
        }
    }

    private void checkSeal(JsonNode answer) {
        if (!sha256(CanonicalJson.without(answer, "sha256"::equals))
                .equals(answer.path("sha256").asString(""))) {
            faults.add(
                    faults.isEmpty()
                            ? "sha256: it is not that of the answer. Its quotes and sums hold, so something else in it was changed."
                            : "sha256: it is not that of the answer.");
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package io.recital.eval.questions;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions that are written down for each clause label and for anything else, in two parts that never mix. */
public final class QuestionWordings {
    private static final String RESOURCE = "by-label.txt";
    private static final String FRAMES = "frames";
    private static final String HELD_OUT = "--";
    private static final String PHRASE = "~ ";

    /** Which of the wordings. */
    public enum Part {
        /** Weights are taught on them and everything is chosen by them. */
        TUNING,
        /** Asked for the report and for nothing else. */
        HELD_OUT
    }

    private record Wordings(List<String> questions, List<String> phrases, List<String> heldOut) {
        Wordings() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Map<String, Wordings> byType = new LinkedHashMap<>();

    private QuestionWordings(List<String> lines) {
        Wordings current = new Wordings();
        boolean heldOut = false;
        for (String line : lines.stream().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                current = new Wordings();
                heldOut = false;
                byType.put(line.substring(1, line.length() - 1), current);
            } else if (line.equals(HELD_OUT)) {
                heldOut = true;
            } else if (line.startsWith(PHRASE)) {
                current.phrases().add(line.substring(PHRASE.length()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                (heldOut ? current.heldOut() : current.questions()).add(line);
            }
        }
    }

    /** Those that are kept beside this class. */
    public static QuestionWordings read() {
        try (InputStream in = requireNonNull(QuestionWordings.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new QuestionWordings(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clause labels, and the name of what is none of them. */
    public Set<String> types() {
        Set<String> types = new LinkedHashSet<>(byType.keySet());
        types.remove(FRAMES);
        return types;
    }

    /** Whole questions of a type, as they are written; empty for a type that is not known. */
    public List<String> questions(String type, Part part) {
        Wordings wordings = byType.getOrDefault(type, new Wordings());
        return List.copyOf(part == Part.TUNING ? wordings.questions() : wordings.heldOut());
    }

    /** What teaches a type: its whole questions, and its phrases in every frame. */
    List<String> teaching(String type) {
        List<String> teaching = new ArrayList<>(questions(type, Part.TUNING));
        for (String phrase : byType.getOrDefault(type, new Wordings()).phrases()) {
            for (String frame : questions(FRAMES, Part.TUNING)) {
                teaching.add(frame.replace("{}", phrase));
            }
        }
        return teaching;
    }
}

package io.recital.models.family;

import static java.util.Objects.requireNonNull;

import io.recital.models.clause.Clause;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import io.recital.models.finding.Finding;
import io.recital.models.wording.StatedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clause that a change takes out of the contract it changes, with nothing in its place.
 *
 * @param path of the clause, whose parts go with it, with the schedule that it stands in where the change names one
 * @param from the first day without it; null where it goes with the change itself
 */
public record EndedClause(String path, @Nullable LocalDate from) {
    private static final String NUMBER = "\\d+(?:\\.\\d+)*(?:\\([a-z\\d]{1,3}\\))*";
    private static final String REFERENCE = "(?:Clauses?|Sections?|Articles?|Paragraphs?|§§?|Ziffer)\\s*";
    private static final String TO = "\\s+(?:to|through)\\s+(?:and\\s+including\\s+)?";
    private static final String DAY_BEFORE =
            "(?:(?:with\\s+effect\\s+)?(?:from|as\\s+of|as\\s+from|on|effective(?:\\s+as\\s+of)?)\\s+(?:and\\s+including\\s+)?(?<before>"
                    + StatedDay.REGEX + "),?\\s+)?";
    /** The clause is the subject of its sentence: of words that are deleted in a clause the rest stays. */
    private static final Pattern ENDED = Pattern.compile(
            "^\\W*(?:\\(?[\\da-z]{1,3}[.)]\\s*)?(?:[\\p{L} ]{1,40}\\.\\s+)?" + DAY_BEFORE + REFERENCE + "(?<numbers>"
                    + NUMBER + "(?:(?:\\s*,\\s*|\\s+and\\s+|" + TO + ")" + NUMBER
                    + ")*)(?:\\s+\\([\\p{L} ,-]{3,60}\\))?(?:\\s+(?:of|in|to)\\s+(?:the\\s+)?(?<part>"
                    + ClauseMention.NAMED_PART.pattern()
                    + "))?(?:\\s+(?:of|to)\\s+(?:the|this)\\s+(?:\\p{L}+\\s+){0,3}(?:Agreement|Contract|Order|Terms))?\\s+"
                    + "(?:(?:is|are|shall\\s+be|will\\s+be)\\s+(?:hereby\\s+)?(?:deleted|removed|cancelled|withdrawn|repealed|revoked|struck\\s+out)"
                    + "|no\\s+longer\\s+appl(?:y|ies)|(?:shall\\s+|will\\s+)?ceases?\\s+to\\s+(?:apply|have\\s+effect)|(?:shall|will)\\s+no\\s+longer\\s+apply)"
                    + "(?:\\s+in\\s+(?:its|their)\\s+entirety)?(?:,?\\s+(?:with\\s+effect\\s+)?(?:from|as\\s+of|as\\s+from|on|after)\\s+(?<after>"
                    + StatedDay.REGEX + "))?\\s*(?:and\\s+(?:is|are)\\s+not\\s+replaced\\s*)?[.;]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EACH =
            Pattern.compile("(" + NUMBER + ")(?:" + TO + "(" + NUMBER + "))?", Pattern.CASE_INSENSITIVE);

    public EndedClause {
        requireNonNull(path, "path");
    }

    /** Those that the clauses of a document end. */
    static List<EndedClause> in(List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.rows().isEmpty())
                .flatMap(EndedClause::of)
                .toList();
    }

    private static Stream<EndedClause> of(Clause clause) {
        StoredText text = StoredText.of(clause.text());
        String spokenOf = ClauseName.partSpokenOf(clause);
        return SentenceSplitter.split(text).stream().map(text::slice).flatMap(sentence -> of(sentence, spokenOf));
    }

    private static Stream<EndedClause> of(String sentence, @Nullable String spokenOf) {
        Matcher ended = ENDED.matcher(sentence);
        if (!ended.find()) {
            return Stream.empty();
        }
        LocalDate from = Optional.ofNullable(ended.group("before"))
                .or(() -> Optional.ofNullable(ended.group("after")))
                .flatMap(StatedDay::parse)
                .orElse(null);
        String part = ended.group("part") != null ? ended.group("part") : spokenOf;
        return EACH.matcher(ended.group("numbers"))
                .results()
                .flatMap(number -> upTo(number.group(2), number.group(1)))
                .map(number -> new EndedClause(part == null ? number : part + ", para " + number, from));
    }

    /** {@code 4.2 to 4.4} are three clauses; a number alone is one. */
    private static Stream<String> upTo(@Nullable String last, String first) {
        if (last == null) {
            return Stream.of(first);
        }
        String parent = first.replaceFirst("\\d+$", "");
        String end = last.startsWith(parent) ? last.substring(parent.length()) : "";
        boolean counted = first.matches(".*\\d") && end.matches("\\d{1,3}");
        return counted
                ? IntStream.rangeClosed(Integer.parseInt(first.substring(parent.length())), Integer.parseInt(end))
                        .mapToObj(number -> parent + number)
                : Stream.of(first, last);
    }

    /** Whether it is gone on a day on which the change counts. */
    boolean isOn(LocalDate day) {
        return from == null || !from.isAfter(day);
    }

    /** Whether all that a finding rests on stands in it. */
    boolean holdsAll(Finding finding) {
        return finding.citations().stream().allMatch(citation -> holds(citation.path()));
    }

    boolean holds(String other) {
        String asked = plain(other);
        String own = plain(path);
        return asked.equals(own) || asked.startsWith(own + ".") || asked.startsWith(own + "(");
    }

    private static String plain(String path) {
        return ClauseMention.plainPart(path).replaceFirst(" (?:para(?:graph)?\\.? )", " ");
    }
}

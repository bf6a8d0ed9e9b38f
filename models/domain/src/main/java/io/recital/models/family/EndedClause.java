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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clause that a change takes out of the contract it changes, with nothing in its place.
 *
 * @param path of the clause, whose parts go with it
 * @param from the first day without it; null where it goes with the change itself
 */
public record EndedClause(String path, @Nullable LocalDate from) {
    private static final String NUMBER = "\\d+(?:\\.\\d+)*(?:\\([a-z\\d]{1,3}\\))*";
    private static final String REFERENCE = "(?:Clauses?|Sections?|Articles?|Paragraphs?|§§?|Ziffer)\\s*";
    private static final String DAY_BEFORE =
            "(?:(?:with\\s+effect\\s+)?(?:from|as\\s+of|as\\s+from|on|effective(?:\\s+as\\s+of)?)\\s+(?:and\\s+including\\s+)?(?<before>"
                    + StatedDay.REGEX + "),?\\s+)?";
    /** The clause is the subject of its sentence: of words that are deleted in a clause the rest stays. */
    private static final Pattern ENDED = Pattern.compile(
            "^\\W*(?:\\(?[\\da-z]{1,3}[.)]\\s*)?(?:[\\p{L} ]{1,40}\\.\\s+)?" + DAY_BEFORE + REFERENCE + "(?<numbers>"
                    + NUMBER + "(?:(?:\\s*,\\s*|\\s+and\\s+)" + NUMBER
                    + ")*)(?:\\s+\\([\\p{L} ,-]{3,60}\\))?(?:\\s+of\\s+(?:the|this)\\s+(?:\\p{L}+\\s+){0,3}(?:Agreement|Contract|Order|Terms))?\\s+"
                    + "(?:(?:is|are|shall\\s+be|will\\s+be)\\s+(?:hereby\\s+)?(?:deleted|removed|cancelled|withdrawn|repealed|revoked|struck\\s+out)"
                    + "|no\\s+longer\\s+appl(?:y|ies)|(?:shall\\s+|will\\s+)?ceases?\\s+to\\s+(?:apply|have\\s+effect)|(?:shall|will)\\s+no\\s+longer\\s+apply)"
                    + "(?:\\s+in\\s+(?:its|their)\\s+entirety)?(?:,?\\s+(?:with\\s+effect\\s+)?(?:from|as\\s+of|as\\s+from|on|after)\\s+(?<after>"
                    + StatedDay.REGEX + "))?\\s*(?:and\\s+(?:is|are)\\s+not\\s+replaced\\s*)?[.;]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EACH = Pattern.compile(NUMBER, Pattern.CASE_INSENSITIVE);

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
        return SentenceSplitter.split(text).stream().map(text::slice).flatMap(EndedClause::of);
    }

    private static Stream<EndedClause> of(String sentence) {
        Matcher ended = ENDED.matcher(sentence);
        if (!ended.find()) {
            return Stream.empty();
        }
        LocalDate from = Optional.ofNullable(ended.group("before"))
                .or(() -> Optional.ofNullable(ended.group("after")))
                .flatMap(StatedDay::parse)
                .orElse(null);
        return EACH.matcher(ended.group("numbers"))
                .results()
                .map(MatchResult::group)
                .map(path -> new EndedClause(path, from));
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
        return other.equals(path) || other.startsWith(path + ".") || other.startsWith(path + "(");
    }
}

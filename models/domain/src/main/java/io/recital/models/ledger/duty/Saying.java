package io.recital.models.ledger.duty;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.ledger.Dossier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence or list item that a finding rests on, with the stem of its list, once however many findings rest on it.
 *
 * @param words all that the finding cites, what opens a list first, and otherwise in the order of the text
 * @param stem what opens the list, or the headers of the table; empty for a plain sentence
 */
record Saying(String words, String stem, Citation citation, Finding finding) {
    private static final Pattern LAST_NUMBER = Pattern.compile("(?:\\.\\d+|\\(\\w+\\))+$");

    Saying {
        requireNonNull(words, "words");
        requireNonNull(stem, "stem");
        requireNonNull(citation, "citation");
        requireNonNull(finding, "finding");
    }

    /** Those of a family that are in force, in the order of each document. */
    static List<Saying> of(Dossier dossier) {
        List<Saying> sayings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Governed<FindingContent> governed : dossier.family().listInForce(FindingContent.class, dossier.asOf())) {
            Saying saying = of(governed.finding());
            if (seen.add(saying.citation.document() + " " + saying.words)) {
                sayings.add(saying);
            }
        }
        sayings.sort(Comparator.comparing((Saying saying) -> saying.citation.document())
                .thenComparing(saying -> saying.citation.span().start()));
        return sayings;
    }

    private static Saying of(Finding finding) {
        List<Citation> ordered = finding.citations().stream()
                .sorted(Comparator.comparing(citation -> citation.span().start()))
                .toList();
        List<Citation> own =
                ordered.stream().filter(citation -> !isStem(citation)).toList();
        List<Citation> stems = ordered.stream().filter(Saying::isStem).toList();
        return own.isEmpty()
                ? new Saying(joined(ordered), "", ordered.get(0), finding)
                : new Saying((joined(stems) + " " + joined(own)).strip(), joined(stems), own.get(0), finding);
    }

    private static boolean isStem(Citation citation) {
        return citation.role() == CitationRole.LIST_STEM
                || citation.role() == CitationRole.TABLE_HEADER
                || citation.quote().strip().endsWith(":");
    }

    private static String joined(List<Citation> citations) {
        return citations.stream()
                .map(citation -> citation.quote().replaceAll("\\s+", " ").strip())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The words without the stem. */
    String own() {
        return words.substring(stem.length()).strip();
    }

    /** Whether both stand in one section of one document. */
    boolean isBeside(Saying other) {
        return citation.document().equals(other.citation.document())
                && section().equals(other.section());
    }

    private String section() {
        return LAST_NUMBER.matcher(citation.path()).replaceFirst("");
    }
}

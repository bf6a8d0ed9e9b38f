package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.RelationKind;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads which of two documents prevails where they disagree. A clause on precedence decides conflicts only: where an
 * agreement and its schedule or order state different general terms of money, the one that it names prevails.
 */
final class PrecedenceReader {
    private static final Pattern NOTWITHSTANDING = Pattern.compile(
            "\\b(?:notwithstanding|in\\s+deviation\\s+from|abweichend\\s+von)\\s+(?:clause|section|article|paragraph|\u00a7)\\s*[\\d.]+(?:\\([a-z0-9]+\\))*\\s+of\\s+the\\s+(?:Agreement|Framework|Master)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREVAILS = Pattern.compile(
            "[^.]*\\b(?:conflict|inconsisten\\w+|disagree|discrepan\\w+|contradict\\w*)\\b[^.]*\\b(?:prevails?|takes? precedence|controls?|governs?|rank)\\b[^.]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGREEMENT_FIRST = Pattern.compile(
            "(?:agreement|sections?|clauses?|articles?|terms of this)\\b[^.]{0,60}?\\b(?:shall\\s+|will\\s+)?(?:prevails?|takes? precedence|controls?|governs?)",
            Pattern.CASE_INSENSITIVE);
    /** Terms that an agreement states for all that is done under it. */
    private static final Set<LeverType> GENERAL = Set.of(
            LeverType.PAYMENT_TERM,
            LeverType.LATE_PAYMENT_INTEREST,
            LeverType.EARLY_PAYMENT_DISCOUNT,
            LeverType.LIABILITY_CAP);

    private static final double CONFIDENCE = 0.8;

    private PrecedenceReader() {}

    static List<DocumentRelation> read(List<FamilyDocument> family, Map<UUID, FamilyDocument> targets) {
        List<DocumentRelation> relations = new ArrayList<>();
        for (FamilyDocument document : family) {
            Optional<FamilyDocument> target =
                    Optional.ofNullable(targets.get(document.contract().id()));
            boolean isBelow = document.part() == Part.ORDER || document.part() == Part.SCHEDULE;
            if (!isBelow || target.isEmpty()) {
                continue;
            }
            Matcher notwithstanding = NOTWITHSTANDING.matcher(document.text());
            if (notwithstanding.find()) {
                relations.add(relation(document, target.get(), notwithstanding.start(), notwithstanding.end()));
            } else if (disagree(document, target.get())) {
                findFirst(target.get())
                        .ifPresent(place -> relations.add(relation(target.get(), document, place[0], place[1])));
            }
        }
        return relations;
    }

    private static Optional<int[]> findFirst(FamilyDocument agreement) {
        Matcher prevails = PREVAILS.matcher(agreement.text());
        while (prevails.find()) {
            if (AGREEMENT_FIRST.matcher(prevails.group()).find()) {
                return Optional.of(new int[] {prevails.start(), prevails.end()});
            }
        }
        return Optional.empty();
    }

    private static boolean disagree(FamilyDocument one, FamilyDocument other) {
        Set<CommercialLever> mine = general(one);
        return general(other).stream()
                .anyMatch(lever -> mine.stream()
                        .anyMatch(own -> own.lever() == lever.lever()
                                && !own.parameters().equals(lever.parameters())));
    }

    private static Set<CommercialLever> general(FamilyDocument document) {
        return document.findings().stream()
                .map(finding -> finding.content())
                .filter(content -> content instanceof CommercialLever lever && GENERAL.contains(lever.lever()))
                .map(CommercialLever.class::cast)
                .collect(Collectors.toSet());
    }

    private static DocumentRelation relation(FamilyDocument from, FamilyDocument to, int start, int end) {
        return new DocumentRelation(
                from.contract().id(),
                RelationKind.OVERRIDES,
                to.contract().id(),
                to.title(),
                from.signed().orElse(null),
                from.effective().orElse(null),
                CONFIDENCE,
                List.of(RelationReader.cite(from, start, end)));
    }
}

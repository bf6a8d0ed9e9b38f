package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the document to which another one belongs: the one that its beginning names, as exactly as it can. */
final class MainTarget {
    private static final Set<Part> AGREEMENTS = Set.of(Part.AGREEMENT, Part.RESTATEMENT);
    private static final double SUPPOSED = 0.4;
    /** “Schedule 2 to our agreement”: what is named first is what is meant. */
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "\\s+(?:to|of)\\s+(?:the|our|this|that certain)\\s+\\S.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private MainTarget() {}

    static Optional<Mention> of(FamilyDocument document, List<FamilyDocument> family) {
        List<Mention> mentions = new ArrayList<>();
        String head = document.head();
        for (FamilyDocument other : family) {
            if (!other.equals(document) && mayBeTarget(document.part(), other.part())) {
                mentions.addAll(Mention.of(other, document, head));
            }
        }
        mentions.removeIf(mention -> mention.confidence() == 0
                || mentions.stream().anyMatch(other -> other.confidence() > 0 && mention.isWithin(other)));
        return specific(document, mentions, head)
                .or(() -> mentions.stream().max(Comparator.comparingDouble(mention -> rank(document, mention))))
                .or(() -> onlyAgreement(document, family));
    }

    private static boolean mayBeTarget(Part part, Part other) {
        return switch (part) {
            case RESTATEMENT, SCHEDULE, ORDER -> AGREEMENTS.contains(other);
            case CHANGE -> AGREEMENTS.contains(other) || other == Part.ORDER;
            case SUPPLEMENT -> AGREEMENTS.contains(other) || other == Part.SCHEDULE || other == Part.ORDER;
            case AGREEMENT -> false;
        };
    }

    /** A change of an order names it in its title; a letter under a schedule says “of Schedule 2 to our agreement”. */
    private static Optional<Mention> specific(FamilyDocument document, List<Mention> mentions, String head) {
        if (document.part() == Part.CHANGE) {
            return mentions.stream()
                    .filter(mention -> mention.named().part() == Part.ORDER
                            && !Mention.of(mention.named(), document, document.title())
                                    .isEmpty())
                    .findFirst();
        }
        return document.part() == Part.SUPPLEMENT
                ? mentions.stream()
                        .filter(mention -> mention.named().part() == Part.SCHEDULE
                                && head.substring(0, mention.start()).matches("(?is).*\\b(?:of|under)\\s+$")
                                && OF_ANOTHER
                                        .matcher(head)
                                        .region(mention.end(), head.length())
                                        .lookingAt())
                        .findFirst()
                : Optional.empty();
    }

    private static double rank(FamilyDocument document, Mention mention) {
        boolean agreement = AGREEMENTS.contains(mention.named().part());
        boolean restatesOld =
                document.part() == Part.RESTATEMENT && mention.named().part() == Part.AGREEMENT;
        return mention.confidence() + (agreement ? 0.3 : 0) + (restatesOld ? 0.1 : 0) - mention.start() / 1_000_000.0;
    }

    /** Where nothing is named and there is one agreement only, it is supposed to be that. */
    private static Optional<Mention> onlyAgreement(FamilyDocument document, List<FamilyDocument> family) {
        List<FamilyDocument> agreements = family.stream()
                .filter(other -> !other.equals(document) && AGREEMENTS.contains(other.part()))
                .toList();
        return agreements.size() == 1
                        && document.part() != Part.AGREEMENT
                        && document.part() != Part.RESTATEMENT
                        && !document.head().isBlank()
                ? Optional.of(new Mention(
                        agreements.get(0), 0, Math.min(80, document.head().length()), SUPPOSED))
                : Optional.empty();
    }
}

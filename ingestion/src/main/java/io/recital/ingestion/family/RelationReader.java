package io.recital.ingestion.family;

import io.recital.ingestion.family.FamilyDocument.Part;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.DocumentRelation;
import io.recital.models.family.RelationKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the documents of one counterparty stand to each other, from titles, numbers, dates and wording. */
public final class RelationReader {
    /** Changes whenever another relation could come out. */
    public static final String VERSION = "relations 2";

    private static final Pattern WAIVES = Pattern.compile(
            "\\b(?:hereby\\s+)?waives?\\s+(?!recourse|any\\s+right\\s+to\\s+jury)|\\bthe\\s+waiver\\s+extends\\b|\\bwaiver\\s+slip\\b",
            Pattern.CASE_INSENSITIVE);
    private static final double OFTEN = 0.7;

    private final List<FamilyDocument> family;
    private final List<DocumentRelation> relations = new ArrayList<>();
    private final Map<UUID, FamilyDocument> targets = new HashMap<>();
    private final Set<UUID> copies = new HashSet<>();

    private RelationReader(List<FamilyDocument> family) {
        this.family = List.copyOf(family);
    }

    /** All relations among the documents of a counterparty. */
    public static List<DocumentRelation> read(List<FamilyDocument> family) {
        RelationReader reader = new RelationReader(family);
        reader.readCopies();
        List<FamilyDocument> originals = reader.family.stream()
                .filter(document -> !reader.copies.contains(document.contract().id()))
                .toList();
        originals.forEach(document -> reader.read(document, originals));
        reader.relations.addAll(PrecedenceReader.read(originals, reader.targets));
        return List.copyOf(reader.relations);
    }

    /** The number that a document bears, as facts write it; empty when it bears none. */
    public static Set<String> referencesOf(FamilyDocument document) {
        return document.reference().map(Set::of).orElse(Set.of());
    }

    private void readCopies() {
        for (int i = 0; i < family.size(); i++) {
            for (int j = i + 1; j < family.size(); j++) {
                FamilyDocument one = family.get(i);
                FamilyDocument other = family.get(j);
                double likeness = Copies.likeness(one, other);
                if (Copies.areSame(one, other, likeness)) {
                    FamilyDocument copy = Copies.copyOf(one, other);
                    copies.add(copy.contract().id());
                    add(copy, RelationKind.DUPLICATE_OF, copy.equals(one) ? other : one, likeness, beginning(copy));
                }
            }
        }
    }

    private void read(FamilyDocument document, List<FamilyDocument> originals) {
        Optional<Mention> main = MainTarget.of(document, originals);
        main.ifPresent(mention -> {
            targets.put(document.contract().id(), mention.named());
            add(document, kind(document.part()), mention.named(), mention.confidence(), cite(document, mention));
        });
        if (document.part() == Part.CHANGE) {
            main.ifPresent(mention -> EarlierChanges.of(document, mention.named(), originals)
                    .forEach(earlier -> add(
                            document,
                            RelationKind.AMENDS,
                            earlier.named(),
                            earlier.confidence(),
                            cite(document, earlier))));
            ChangedSchedules.of(document, originals)
                    .forEach(mention -> add(
                            document,
                            RelationKind.AMENDS,
                            mention.named(),
                            mention.confidence(),
                            cite(document, mention)));
        }
        if (document.part() == Part.SUPPLEMENT) {
            readWaiver(document, originals, main.orElse(null));
        }
        Signatures.findEmpty(document)
                .ifPresent(place -> relations.add(new DocumentRelation(
                        document.contract().id(),
                        RelationKind.UNSIGNED,
                        main.map(mention -> mention.named().contract().id()).orElse(null),
                        main.map(mention -> mention.named().title()).orElse(""),
                        null,
                        null,
                        OFTEN,
                        List.of(cite(document, place[0], place[1])))));
        MissingDocuments.of(document, originals)
                .forEach(missing -> relations.add(new DocumentRelation(
                        document.contract().id(),
                        RelationKind.REFERS_TO_MISSING,
                        null,
                        missing.name(),
                        null,
                        null,
                        OFTEN,
                        List.of(cite(document, missing.start(), missing.end())))));
    }

    private static RelationKind kind(Part part) {
        return switch (part) {
            case RESTATEMENT -> RelationKind.RESTATES;
            case CHANGE -> RelationKind.AMENDS;
            case SCHEDULE -> RelationKind.SCHEDULE_TO;
            case ORDER, SUPPLEMENT, AGREEMENT -> RelationKind.SUPPLEMENTS;
        };
    }

    /** A letter that waives something: of the schedule that it names where it speaks of claims, or of its main target. */
    private void readWaiver(FamilyDocument document, List<FamilyDocument> originals, @Nullable Mention main) {
        Matcher waives = WAIVES.matcher(document.text());
        if (!waives.find()) {
            return;
        }
        Optional<FamilyDocument> schedule = originals.stream()
                .filter(other -> other.part() == Part.SCHEDULE)
                .filter(other -> Mention.of(other, document, document.text()).stream()
                        .anyMatch(mention -> Math.abs(mention.start() - waives.start()) < 1500))
                .min(Comparator.comparing(FamilyDocument::title));
        schedule.or(() -> Optional.ofNullable(main).map(Mention::named))
                .ifPresent(target -> add(
                        document, RelationKind.WAIVES, target, OFTEN, cite(document, waives.start(), waives.end())));
    }

    private void add(FamilyDocument from, RelationKind kind, FamilyDocument to, double confidence, Citation evidence) {
        boolean known = relations.stream()
                .anyMatch(relation -> relation.contract().equals(from.contract().id())
                        && relation.kind() == kind
                        && to.contract().id().equals(relation.to()));
        LocalDate signed = from.signed().orElse(null);
        if (!known) {
            relations.add(new DocumentRelation(
                    from.contract().id(),
                    kind,
                    to.contract().id(),
                    to.title(),
                    signed,
                    from.effective().orElse(null),
                    confidence,
                    List.of(evidence)));
        }
    }

    private static Citation beginning(FamilyDocument document) {
        return cite(document, 0, Math.min(80, document.text().length()));
    }

    private static Citation cite(FamilyDocument document, Mention mention) {
        return cite(document, mention.start(), mention.end());
    }

    static Citation cite(FamilyDocument document, int start, int end) {
        return document.reading().cite(document.reading().text().spanOfUtf16(start, end), CitationRole.CLAUSE);
    }
}

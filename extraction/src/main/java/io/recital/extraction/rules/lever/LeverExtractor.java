package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.Extractor;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds commercial levers by rules, in sentences and in tables; what it is not sure of it does not say. */
public final class LeverExtractor implements Extractor {
    private static final Provenance PROVENANCE = new Provenance("rules-lever", "1");
    private static final double SURE = 0.65;
    private static final int NEAR = 2;
    private static final int LONGEST_SENTENCE = 3_000;
    private static final Pattern STEM = Pattern.compile("(?s).*[:—–-]\\s*$");
    private static final Pattern ITEM =
            Pattern.compile("(?s)^\\s*(?:\\([a-zA-Z0-9]{1,4}\\)|[•●▪·*–-]|\\d{1,2}[.)])\\s.*");

    private final List<LeverRule> rules =
            List.of(new PaymentRule(), new PriceRule(), new CommitmentRule(), new RiskRule(), new RightsRule());
    private final TableRule tables = new TableRule();
    private final ReadingCache<Context> cache = new ReadingCache<>(Context::of);

    @Override
    public Provenance provenance() {
        return PROVENANCE;
    }

    @Override
    public Set<FindingKind> kinds() {
        return Set.of(FindingKind.LEVER);
    }

    @Override
    public Extraction extract(ContractReading contract, Clause clause, FindingKind kind) {
        if (kind != FindingKind.LEVER) {
            throw new IllegalArgumentException("Levers are all it finds, not " + kind);
        }
        if (!clause.isEnglish() && !clause.language().equals("und")) {
            return new Extraction.Failed(
                    Extraction.FailureCategory.LANGUAGE,
                    false,
                    "The rules read English, not " + clause.language() + ".");
        }
        List<Candidate> found = new ArrayList<>(tables.judge(contract, clause));
        if (clause.rows().isEmpty() && isWording(clause)) {
            Context context = cache.get(contract);
            Wording wording = Wording.of(contract, clause);
            @Nullable Citation stem = context.stemAbove(contract, clause);
            List<Wording> next = context.next(clause).stream()
                    .map(sibling -> Wording.of(contract, sibling))
                    .toList();
            for (Wording.Sentence sentence : wording.sentences()) {
                if (sentence.text().length() <= LONGEST_SENTENCE && !isHeading(clause, sentence.text())) {
                    boolean item = ITEM.matcher(sentence.text()).matches() || sentence.start() == 0;
                    judge(
                            new LeverSentence(clause, wording, sentence, item ? stem : null, context.parties),
                            next,
                            found);
                    stem = STEM.matcher(sentence.text()).matches()
                            ? wording.cite(sentence.start(), sentence.end(), CitationRole.LIST_STEM)
                            : stem;
                }
            }
        }
        if (found.isEmpty()) {
            return new Extraction.NothingHere();
        }
        return found.stream().anyMatch(candidate -> candidate.confidence() >= SURE)
                ? new Extraction.Found(found)
                : new Extraction.Unsure("The wording allows more than one reading.", found);
    }

    /** A heading names what follows and promises nothing itself. */
    private static boolean isHeading(Clause clause, String sentence) {
        return clause.heading() != null
                && words(sentence.replaceFirst("^\\s*[\\d.]+\\s*", "")).equals(words(clause.heading()));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    private static boolean isWording(Clause clause) {
        return clause.kind() != ClauseKind.TITLE
                && clause.kind() != ClauseKind.SIGNATURE
                && clause.kind() != ClauseKind.RECITAL
                && !"Table of contents".equals(clause.heading());
    }

    private void judge(LeverSentence sentence, List<Wording> next, List<Candidate> found) {
        for (LeverRule rule : rules) {
            rule.judge(sentence).stream()
                    .map(lever -> LeverTerms.complete(sentence, next, lever))
                    .forEach(found::add);
        }
    }

    /** What the rules need to know of the rest of the contract. */
    private record Context(PartyResolver parties, Map<UUID, Clause> clauses) {
        static Context of(ContractReading contract) {
            Map<UUID, Clause> clauses = new HashMap<>();
            contract.clauses().forEach(clause -> clauses.put(clause.id(), clause));
            return new Context(PartyResolver.of(contract), clauses);
        }

        /** The clauses that come next under the same heading. */
        List<Clause> next(Clause clause) {
            return clause.parent() == null
                    ? List.of()
                    : clauses.values().stream()
                            .filter(other -> clause.parent().equals(other.parent())
                                    && other.ordinal() > clause.ordinal()
                                    && other.ordinal() <= clause.ordinal() + NEAR
                                    && other.rows().isEmpty())
                            .sorted(Comparator.comparingInt(Clause::ordinal))
                            .toList();
        }

        /** The parent's last sentence when it introduces a list. */
        @Nullable
        Citation stemAbove(ContractReading contract, Clause clause) {
            Clause parent = clause.parent() == null ? null : clauses.get(clause.parent());
            if (parent == null || !STEM.matcher(parent.text()).matches()) {
                return null;
            }
            Wording wording = Wording.of(contract, parent);
            List<Wording.Sentence> sentences = wording.sentences();
            if (sentences.isEmpty()) {
                return null;
            }
            Wording.Sentence last = sentences.get(sentences.size() - 1);
            return wording.cite(last.start(), last.end(), CitationRole.LIST_STEM);
        }
    }
}

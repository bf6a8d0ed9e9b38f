package io.recital.extraction.rules.lever;

import io.recital.extraction.rules.party.PartyResolver;
import io.recital.extraction.rules.wording.Wording;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverType;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All levers of one contract, read in one pass: what a later sentence adds to a lever is no lever of its own. */
final class LeverReading {
    private static final int LONGEST_SENTENCE = 3_000;
    private static final int NEAR_CLAUSES = 5;
    private static final Pattern STEM = Pattern.compile("(?s).*[:—–-]\\s*$");
    private static final Pattern ITEM =
            Pattern.compile("(?s)^\\s*(?:\\([a-zA-Z0-9]{1,4}\\)|[•●▪·*–-]|\\d{1,2}[.)])\\s.*");
    private static final Pattern NUMBER =
            Pattern.compile("^\\s*(?:(?:section|article|clause|§)\\s*)?[\\d.()]*\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXAMPLE = Pattern.compile(
            "\\b(?:worked|illustrative|calculation)\\s+examples?\\b|^\\s*(?:examples?|illustrations?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSUMED = Pattern.compile(
            "\\b(?:in|for)\\s+an\\s+assumed\\b|^\\s*(?:[\\d.()]+\\s*)?(?:(?:first|second|third|fourth)\\s+)?(?:for\\s+)?example\\b|\\bby\\s+way\\s+of\\s+(?:example|illustration)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AGREED =
            Pattern.compile("\\bnow,?\\s+therefore\\b|\\bagree[sd]?\\s+as\\s+follows\\b", Pattern.CASE_INSENSITIVE);

    private static final List<LeverRule> RULES = List.of(
            new PaymentRule(),
            new PaymentTimeRule(),
            new AdjustmentRule(),
            new RewardRule(),
            new MarketRule(),
            new FeeRule(),
            new MinimumRule(),
            new RestrictionRule(),
            new ExclusivityRule(),
            new BonusRule(),
            new ShareRule(),
            new DamagesRule(),
            new LiabilityRule(),
            new TerminationRule(),
            new RenewalRule(),
            new AuditRule());

    private final ContractReading contract;
    private final PartyResolver parties;
    private final Map<UUID, Clause> clauses = new HashMap<>();
    private final List<LeverSentence> sentences = new ArrayList<>();
    private final Map<UUID, List<Candidate>> levers = new HashMap<>();

    private LeverReading(ContractReading contract) {
        this.contract = contract;
        this.parties = PartyResolver.of(contract);
        contract.clauses().forEach(clause -> clauses.put(clause.id(), clause));
    }

    static LeverReading of(ContractReading contract) {
        LeverReading reading = new LeverReading(contract);
        contract.clauses().stream()
                .filter(LeverReading::isAboutTerms)
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .forEach(reading::read);
        reading.judge();
        return reading;
    }

    /** The levers that begin in a clause. */
    List<Candidate> levers(Clause clause) {
        return levers.getOrDefault(clause.id(), List.of());
    }

    private static boolean isAboutTerms(Clause clause) {
        boolean readable = clause.isEnglish() || clause.language().equals("und");
        return readable
                && !"Table of contents".equals(clause.heading())
                && clause.headingPath().stream()
                        .noneMatch(heading -> EXAMPLE.matcher(heading).find());
    }

    private void read(Clause clause) {
        List<Candidate> found = TableRule.judge(contract, clause);
        if (!found.isEmpty()) {
            levers.put(clause.id(), new ArrayList<>(found));
        }
        int start = beginning(clause);
        @Nullable Citation stem = stemAbove(clause);
        String before = "";
        for (Wording wording : LeverWording.of(contract, clause)) {
            for (Wording.Sentence sentence : wording.sentences()) {
                if (sentence.start() < start
                        || sentence.text().length() > LONGEST_SENTENCE
                        || isHeading(clause, sentence.text())) {
                    continue;
                }
                boolean item = ITEM.matcher(sentence.text()).matches() || sentence.start() == 0;
                if (!ASSUMED.matcher(sentence.text()).find()) {
                    sentences.add(LeverSentence.of(clause, wording, sentence, item ? stem : null, before, parties));
                }
                before = PriceLines.isLine(sentence.text()) ? before : sentence.text();
                stem = STEM.matcher(sentence.text()).matches()
                        ? wording.cite(sentence.start(), sentence.end(), CitationRole.LIST_STEM)
                        : stem;
            }
        }
    }

    /** What parties recite is no term of theirs: where it ends in a text that runs on, they agree. */
    private static int beginning(Clause clause) {
        if (clause.kind() != ClauseKind.RECITAL) {
            return 0;
        }
        Matcher agreed = AGREED.matcher(clause.text());
        return agreed.find() ? agreed.start() : clause.text().length();
    }

    private void judge() {
        Set<String> absorbed = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            LeverSentence sentence = sentences.get(i);
            Set<TypedValue> late = new HashSet<>();
            for (LeverRule rule : RULES) {
                for (Candidate candidate : rule.judge(sentence)) {
                    LeverType type = ((CommercialLever) candidate.content()).lever();
                    late.addAll(LateInterest.sums(candidate));
                    if (!LateInterest.isPriceOf(candidate, late)
                            && !absorbed.contains(key(type, sentence))
                            && !AdjustmentRule.isOverlaid(candidate, next(i))
                            && !BonusRule.isOverlaid(type, sentence)
                            && !GainShares.isOverlaid(type, sentence)) {
                        LeverTerms terms = LeverTerms.complete(candidate, near(i));
                        terms.absorbed().forEach(other -> absorbed.add(key(type, other)));
                        levers.computeIfAbsent(sentence.clause().id(), id -> new ArrayList<>())
                                .add(terms.lever());
                    }
                }
            }
        }
    }

    private String next(int index) {
        return index + 1 < sentences.size() ? sentences.get(index + 1).text() : "";
    }

    private static String key(LeverType type, LeverSentence sentence) {
        return type + "@" + sentence.clause().id() + sentence.sentence().start() + "-"
                + System.identityHashCode(sentence.wording());
    }

    /** What follows under the same heading, a few clauses far. */
    private List<LeverSentence> near(int index) {
        Clause clause = sentences.get(index).clause();
        List<LeverSentence> near = new ArrayList<>();
        Set<UUID> passed = new HashSet<>();
        for (int i = index + 1; i < sentences.size() && passed.size() <= NEAR_CLAUSES; i++) {
            Clause next = sentences.get(i).clause();
            if (!next.id().equals(clause.id()) && !isBeside(clause, next)) {
                return near;
            }
            near.add(sentences.get(i));
            passed.add(next.id());
        }
        return near;
    }

    private boolean isBeside(Clause clause, Clause next) {
        UUID parent = clause.parent();
        UUID above = next.parent();
        if (above == null) {
            return false;
        }
        Clause item = clauses.get(above);
        return above.equals(clause.id())
                || above.equals(parent)
                || (item != null && parent != null && parent.equals(item.parent()));
    }

    /** A heading names what follows and promises nothing itself. */
    private static boolean isHeading(Clause clause, String sentence) {
        return clause.heading() != null
                && words(NUMBER.matcher(sentence).replaceFirst("")).equals(words(clause.heading()));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    /** The parent's last sentence when it introduces a list. */
    private @Nullable Citation stemAbove(Clause clause) {
        Clause parent = clause.parent() == null ? null : clauses.get(clause.parent());
        if (parent == null || !STEM.matcher(parent.text()).matches()) {
            return null;
        }
        Wording wording = Wording.of(contract, parent);
        List<Wording.Sentence> all = wording.sentences();
        if (all.isEmpty()) {
            return null;
        }
        Wording.Sentence last = all.get(all.size() - 1);
        return wording.cite(last.start(), last.end(), CitationRole.LIST_STEM);
    }
}

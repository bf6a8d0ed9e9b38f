package io.recital.retrieval.answer;

import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.statement.Coverage;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ranks the statements of the contracts asked about by words, meaning, form of the answer, findings and time. */
final class Ranking {
    private static final int MOST_CONTRACTS = 40;
    private static final int LOOKED_AT = 80;
    private static final int COMPARED_BY_MEANING = 20;
    /** Beside them, of the passages found, which may say the same in other words. */
    private static final int COMPARED_OF_HITS = 12;

    private static final int HITS = 6;
    private static final double COVERED = 0.6;
    /** What leads to a list is worth by all that the list says. */
    private static final double TOGETHER = 0.95;

    /** How far the words that a follow-up adds itself count before those of the question before. */
    private static final double OWN = 0.5;

    /** One that no statement holds is a value that the question supposes. */
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

    /** Content words from which a follow-up is compared by its own meaning too. */
    private static final int ENOUGH = 3;

    private static final double FOUND = 0.2;
    private static final double MEANT = 0.3;
    /** A few words without a stop or a number among them, with or without the page on which they stand. */
    private static final Pattern HEADING =
            Pattern.compile("\\W*+(?:[\\d.()]++\\s++)?(?:[\\p{L}&,/'’-]++\\s*+){0,6}(?:\\d{1,3})?|"
                    + "(?:(?:Section|Article|Clause)\\s++)?[\\d.()]*+\\s*+(?:\\p{Lu}[\\p{L}’'-]*+[ ,]*+(?:(?:of|and|the|for|to|in)\\s++)?){1,6}[.:]|"
                    + ".*[^.]\\.{6,}\\W*\\d*|[^\\p{Ll}]{0,90}|Subject:.*|[^.;:\\t]{1,90}\\t\\d{1,3}");

    private final TextEncoder encoder;

    Ranking(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * What came of it.
     *
     * @param best first
     * @param all by words alone, in the order of the text
     * @param wanted stems of the question
     */
    record Result(
            List<Ranked> best,
            List<Ranked> all,
            Set<String> wanted,
            Coverage coverage,
            Provisions provisions,
            Timeline timeline) {
        /** The share of the question's words that no statement holds. */
        double unknown() {
            double all = wanted.stream().mapToDouble(coverage::weight).sum();
            double strange = wanted.stream()
                    .filter(coverage::isUnknown)
                    .mapToDouble(coverage::weight)
                    .sum();
            return all == 0 ? 0 : strange / all;
        }
    }

    Result rank(Evidence evidence) {
        Understanding question = evidence.question();
        List<Contract> contracts = contracts(evidence);
        Set<UUID> ids = contracts.stream().map(Contract::id).collect(Collectors.toSet());
        List<Statement> pool =
                ids.isEmpty() ? List.of() : distinct(evidence.run().statements(new TypedQuery.Statements(ids)));
        Timeline timeline = Timeline.of(contracts, evidence.run());
        Coverage coverage = new Coverage(pool);
        Set<String> wanted = coverage.wanted(question.subject());
        wanted.removeIf(word -> coverage.isUnknown(word) && NUMBER.matcher(word).matches());
        removeNames(wanted, question.scope().phrases(), contracts);
        if (Suitability.asksWhatIsForbidden(question)) {
            wanted.removeAll(Words.of("forbidden prohibited banned allowed permitted entitled"));
        }
        Provisions provisions = new Provisions(pool);
        RowNames rows = RowNames.of(question, pool, provisions);
        wanted.addAll(rows.telling());
        Set<String> before = coverage.wanted(question.context());
        Set<String> own = new LinkedHashSet<>(wanted);
        own.removeAll(before);
        before.removeAll(coverage.wanted(question.text()));
        TopicFindings findings = new TopicFindings(evidence, ids);
        List<Ranked> words = new ArrayList<>();
        for (Statement statement : pool) {
            TopicFindings.Found found = findings.on(statement);
            double covered = coverage.of(
                    statement,
                    found == null || explainsMeasures(found, question)
                            ? wanted
                            : findings.besides(found.topic(), wanted),
                    Suitability.isBesideTheLastAnswer(statement, question) ? before : Set.of());
            if (!before.isEmpty() && !own.isEmpty()) {
                covered = (1 - OWN) * covered + OWN * coverage.of(statement, own);
            }
            if (question.kind() == Plan.Kind.CLAUSE && provisions.leads(statement)) {
                covered = Math.max(covered, TOGETHER * coverage.ofAll(provisions.with(statement), wanted));
            }
            Finding finding = found == null ? null : found.finding();
            words.add(new Ranked(statement, covered * COVERED + certainty(finding), covered, finding));
        }
        Suitability suitability = new Suitability(question, timeline, rows);
        List<Ranked> near = withMeaning(question, candidates(words, suitability, evidence.hits()));
        List<Ranked> best = LaterText.first(near, question, timeline);
        return new Result(best, words, wanted, coverage, provisions, timeline);
    }

    /** Measures are many and long: asked to explain, one of them covers no words for being one. */
    private static boolean explainsMeasures(TopicFindings.Found found, Understanding question) {
        return question.kind() == Plan.Kind.CLAUSE && found.topic().type() == null;
    }

    /** Those with the best words, and those of the passages found. */
    private static List<Ranked> candidates(List<Ranked> words, Suitability suitability, List<PassageHit> hits) {
        List<Ranked> candidates = new ArrayList<>(
                sorted(sorted(words, LOOKED_AT).stream().map(suitability::with).toList(), COMPARED_BY_MEANING));
        Set<Statement> known = candidates.stream().map(Ranked::statement).collect(Collectors.toSet());
        candidates.addAll(sorted(
                words.stream()
                        .filter(one -> isInOneOf(hits, one.statement()) && !known.contains(one.statement()))
                        .map(suitability::with)
                        .toList(),
                COMPARED_OF_HITS));
        return candidates;
    }

    /** Takes out what only names the contracts; where nothing is left, only what their own titles say. */
    private static void removeNames(Set<String> wanted, Set<String> phrases, List<Contract> contracts) {
        Set<String> rest = new LinkedHashSet<>(wanted);
        phrases.forEach(phrase -> rest.removeAll(Words.of(phrase)));
        if (rest.isEmpty()) {
            Set<String> titles = new LinkedHashSet<>();
            contracts.stream().limit(1).forEach(contract -> titles.addAll(Words.of(contract.title())));
            rest.addAll(wanted);
            rest.removeAll(titles);
        }
        wanted.retainAll(rest.isEmpty() ? wanted : rest);
    }

    private static boolean isInOneOf(List<PassageHit> hits, Statement statement) {
        return hits.stream()
                .limit(HITS)
                .anyMatch(hit -> hit.document().equals(statement.contract().document())
                        && hit.passage().span().overlaps(statement.place()));
    }

    private static double certainty(@Nullable Finding finding) {
        return finding == null ? 0 : FOUND * finding.confidence();
    }

    /** Those in scope, or those of the passages found, and all others with the same counterparties. */
    private static List<Contract> contracts(Evidence evidence) {
        Set<UUID> named = new LinkedHashSet<>(evidence.question().scope().contracts());
        if (named.isEmpty()) {
            evidence.hits().stream().map(PassageHit::contract).forEach(named::add);
        }
        List<Contract> all = evidence.run().contracts(new TypedQuery.Contracts(Set.of()));
        Set<UUID> counterparties = all.stream()
                .filter(contract -> named.contains(contract.id()))
                .flatMap(contract -> Stream.ofNullable(contract.counterparty()))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(contract -> named.contains(contract.id())
                        || Stream.ofNullable(contract.counterparty()).anyMatch(counterparties::contains))
                .sorted(Comparator.comparing(contract -> named.contains(contract.id()) ? 0 : 1))
                .limit(MOST_CONTRACTS)
                .toList();
    }

    /** Of copies of the same document, a statement counts once. */
    private static List<Statement> distinct(List<Statement> statements) {
        Set<String> seen = new LinkedHashSet<>();
        return statements.stream()
                .filter(statement ->
                        statement.isRow() || !HEADING.matcher(statement.quote()).matches())
                .filter(statement -> seen.add(statement.contract().counterparty() + " "
                        + statement.clause().path() + " " + statement.words().replaceAll("\\W+", " ")))
                .toList();
    }

    private static List<Ranked> sorted(List<Ranked> ranked, int most) {
        return ranked.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .limit(most)
                .toList();
    }

    private List<Ranked> withMeaning(Understanding question, List<Ranked> ranked) {
        List<String> texts = new ArrayList<>();
        texts.add(Encoder.QUERY_PREFIX + question.asked());
        ranked.forEach(
                one -> texts.add(String.join(" ", one.statement().clause().headingPath()) + ". "
                        + one.statement().words()));
        texts.add(Encoder.QUERY_PREFIX + (saysEnough(question) ? question.text() : question.asked()));
        List<float[]> vectors = encoder.encode(texts);
        float[] itself = vectors.get(ranked.size() + 1);
        List<Ranked> whole = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Ranked one = ranked.get(i);
            double near = Math.max(
                    0,
                    Math.min(
                            1,
                            ((cosine(vectors.get(0), vectors.get(i + 1)) + cosine(itself, vectors.get(i + 1))) / 2
                                            - 0.5)
                                    / 0.4));
            whole.add(one.scored(one.score() + MEANT * near));
        }
        return sorted(whole, COMPARED_BY_MEANING);
    }

    /** Whether a follow-up has a meaning of its own, and not only "and if we miss that?". */
    private static boolean saysEnough(Understanding question) {
        return !question.context().isEmpty() && Words.of(question.text()).size() >= ENOUGH;
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

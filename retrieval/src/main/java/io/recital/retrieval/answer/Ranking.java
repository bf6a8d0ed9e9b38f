package io.recital.retrieval.answer;

import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.Contract;
import io.recital.models.finding.Finding;
import io.recital.models.inference.Encoder;
import io.recital.models.inference.TextEncoder;
import io.recital.retrieval.plan.Plan;
import io.recital.retrieval.plan.Topic;
import io.recital.retrieval.plan.TypedQuery;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.search.PassageHit;
import io.recital.retrieval.statement.Coverage;
import io.recital.retrieval.statement.Provisions;
import io.recital.retrieval.statement.Statement;
import io.recital.retrieval.statement.Validity;
import io.recital.retrieval.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What is asked next is most often answered beside the last answer. */
    private static final double BESIDE = 0.1;

    private static final double FOUND = 0.2;
    private static final double MEANT = 0.3;
    private static final double NEARLY = 0.85;
    private static final double BEHIND = 0.25;
    private static final Pattern OF_ITSELF = Pattern.compile(
            "(?i)\\bthis (?:\\w+ )?(?:amendment|addendum|variation|change (?:note|order)|side letter)\\b");
    private static final Pattern DEFINITION = Pattern.compile(
            "^\\W{0,3}(?:[“\"][^”\"]{1,60}[”\"]|\\p{Lu}[\\p{L} ’'-]{1,50}) (?:means?|has the meaning)\\b");
    private static final Set<ClauseKind> FRONT =
            EnumSet.of(ClauseKind.TITLE, ClauseKind.PREAMBLE, ClauseKind.SIGNATURE);
    /** A few words without a stop or a number among them, with or without the page on which they stand. */
    private static final Pattern HEADING =
            Pattern.compile("\\W*+(?:[\\d.()]++\\s++)?(?:[\\p{L}&,/'’-]++\\s*+){0,6}(?:\\d{1,3})?|"
                    + "(?:(?:Section|Article|Clause)\\s++)?[\\d.()]*+\\s*+(?:\\p{Lu}[\\p{L}’'-]*+[ ,]*+(?:(?:of|and|the|for|to|in)\\s++)?){1,6}[.:]|"
                    + "[^\\p{Ll}]{0,90}|Subject:.*|[^.;:\\t]{1,90}\\t\\d{1,3}");

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
        removeNames(wanted, question.scope().phrases(), contracts);
        Provisions provisions = new Provisions(pool);
        Set<String> before = coverage.wanted(question.context());
        before.removeAll(coverage.wanted(question.text()));
        Map<Topic, List<Finding>> findings = findings(evidence, ids);
        List<Ranked> words = new ArrayList<>();
        for (Statement statement : pool) {
            Found found = findingOn(statement, findings, question.topics());
            Finding finding = found == null ? null : found.finding();
            double covered = coverage.of(
                    statement,
                    found == null
                                    || (question.kind() == Plan.Kind.CLAUSE
                                            && found.topic().type() == null)
                            ? wanted
                            : besides(found.topic(), question, wanted),
                    isBesideTheLastAnswer(statement, question) ? before : Set.of());
            if (question.kind() == Plan.Kind.CLAUSE && Provisions.leads(statement)) {
                covered = Math.max(covered, TOGETHER * coverage.ofAll(provisions.with(statement), wanted));
            }
            words.add(new Ranked(statement, covered * COVERED + certainty(finding), covered, finding));
        }
        Designators designators = Designators.of(question.asked());
        List<Ranked> fitting = sorted(words, LOOKED_AT).stream()
                .map(one -> one.scored(
                        one.score() + fit(one.statement(), question, timeline) + designators.fit(one.statement())))
                .toList();
        List<Ranked> compared = new ArrayList<>(sorted(fitting, COMPARED_BY_MEANING));
        words.stream()
                .filter(one -> isInOneOf(evidence.hits(), one.statement()))
                .map(one -> one.scored(
                        one.score() + fit(one.statement(), question, timeline) + designators.fit(one.statement())))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .filter(one ->
                        compared.stream().noneMatch(other -> other.statement().equals(one.statement())))
                .limit(COMPARED_OF_HITS)
                .forEach(compared::add);
        List<Ranked> near = withMeaning(question, compared);
        List<Ranked> best = laterFirst(near, question, timeline);
        return new Result(best, words, wanted, coverage, provisions, timeline);
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

    private static boolean isBesideTheLastAnswer(Statement statement, Understanding question) {
        return question.places().stream()
                .anyMatch(place -> place.isBeside(
                        statement.contract().document(), statement.clause().path()));
    }

    private static boolean isInOneOf(List<PassageHit> hits, Statement statement) {
        return hits.stream()
                .limit(HITS)
                .anyMatch(hit -> hit.document().equals(statement.contract().document())
                        && hit.passage().span().overlaps(statement.place()));
    }

    /** A finding of the kind asked for, and that kind. */
    private record Found(Topic topic, Finding finding) {}

    /** A finding of the kind asked for covers the words that ask for the kind. */
    private static Set<String> besides(Topic topic, Understanding question, Set<String> wanted) {
        Set<String> rest = new LinkedHashSet<>(wanted);
        rest.removeAll(topic.wordsIn(question.asked()));
        rest.removeAll(topic.wordsIn(question.subject()));
        return rest;
    }

    private static double certainty(@Nullable Finding finding) {
        return finding == null ? 0 : FOUND * finding.confidence();
    }

    private static double fit(Statement statement, Understanding question, Timeline timeline) {
        return form(statement, question)
                - untimely(statement, question, timeline)
                + (isBesideTheLastAnswer(statement, question) ? BESIDE : 0)
                - (isInScope(statement, question) ? 0 : 0.06);
    }

    private static boolean isInScope(Statement statement, Understanding question) {
        return question.scope().isEverywhere()
                || question.scope().contracts().contains(statement.contract().id());
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

    private static Map<Topic, List<Finding>> findings(Evidence evidence, Set<UUID> contracts) {
        Map<Topic, List<Finding>> found = new HashMap<>();
        for (Topic topic : evidence.question().topics()) {
            Set<String> types = topic.type() == null ? Set.of() : Set.of(topic.type());
            found.put(
                    topic,
                    contracts.isEmpty()
                            ? List.of()
                            : evidence.run()
                                    .findings(new TypedQuery.Findings(topic.kind(), types, contracts, "", 200)));
        }
        return found;
    }

    private static @Nullable Found findingOn(
            Statement statement, Map<Topic, List<Finding>> findings, List<Topic> topics) {
        for (Topic topic : topics) {
            for (Finding finding : findings.getOrDefault(topic, List.of())) {
                if (finding.document().equals(statement.contract().document())
                        && finding.citations().stream()
                                .anyMatch(citation -> citation.span().overlaps(statement.place()))) {
                    return new Found(topic, finding);
                }
            }
        }
        return null;
    }

    private static double form(Statement statement, Understanding question) {
        if (question.forms().isEmpty()) {
            return 0.05;
        }
        return question.forms().stream().anyMatch(form -> form.standsIn(statement.values())) ? 0.1 : 0;
    }

    /** What it loses for not holding on the day asked about; what changes others gains there. */
    private static double untimely(Statement statement, Understanding question, Timeline timeline) {
        UUID contract = statement.contract().id();
        boolean named = question.scope().contracts().size() == 1
                && question.scope().contracts().contains(contract);
        boolean notYet = timeline.effectOf(contract)
                .filter(effect -> effect.isAfter(question.asOf()))
                .isPresent();
        double loss = Validity.of(statement.words()).holdsOn(question.asOf()) ? 0 : 0.15;
        if (notYet && !named) {
            loss += 0.25;
        }
        if (timeline.replacedBy(statement.contract(), question.asOf()).isPresent() && !named) {
            loss += 0.25;
        }
        if (timeline.reports(contract)) {
            loss += 0.1;
        }
        if (question.kind() == Plan.Kind.CLAUSE) {
            loss += explainsNothing(statement);
        }
        boolean changes = timeline.changesOthers(contract);
        if (changes && question.asSigned()) {
            loss += 0.25;
        }
        return changes && !notYet && !question.asSigned() ? loss - 0.05 : loss;
    }

    /** A definition, a title page and one row of many explain little. */
    private static double explainsNothing(Statement statement) {
        if (isDefinition(statement) || FRONT.contains(statement.clause().kind())) {
            return 0.15;
        }
        return statement.isRow() ? 0.05 : 0;
    }

    static boolean isDefinition(Statement statement) {
        return DEFINITION.matcher(statement.quote()).find();
    }

    /** What a later document says of the same subject goes before what it changes. */
    private static List<Ranked> laterFirst(List<Ranked> ranked, Understanding question, Timeline timeline) {
        if (ranked.isEmpty() || question.asSigned()) {
            return ranked;
        }
        Ranked best = ranked.get(0);
        LocalDate own = timeline.effectOf(best.statement().contract().id()).orElse(LocalDate.MIN);
        Optional<Ranked> later = ranked.stream()
                .filter(one -> one.coverage() >= NEARLY * best.coverage() && one.score() >= best.score() - BEHIND)
                .filter(one -> isChangedBy(best.statement(), one.statement(), own, question, timeline))
                .findFirst();
        if (later.isEmpty()) {
            return ranked;
        }
        List<Ranked> ordered = new ArrayList<>(ranked);
        ordered.remove(later.get());
        ordered.add(0, later.get());
        return ordered;
    }

    private static boolean isChangedBy(
            Statement best, Statement one, LocalDate own, Understanding question, Timeline timeline) {
        LocalDate effect = timeline.effectOf(one.contract().id()).orElse(LocalDate.MAX);
        boolean sameSide = best.contract().counterparty() != null
                && best.contract().counterparty().equals(one.contract().counterparty());
        return sameSide
                && best.isRow() == one.isRow()
                && !OF_ITSELF.matcher(one.quote()).find()
                && timeline.changesOthers(one.contract().id())
                && effect.isAfter(own)
                && !effect.isAfter(question.asOf())
                && Validity.of(one.words()).holdsOn(question.asOf())
                && (question.forms().isEmpty()
                        || question.forms().stream().anyMatch(form -> form.standsIn(one.body())));
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
        List<float[]> vectors = encoder.encode(texts);
        List<Ranked> whole = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Ranked one = ranked.get(i);
            double near = Math.max(0, Math.min(1, (cosine(vectors.get(0), vectors.get(i + 1)) - 0.5) / 0.4));
            whole.add(one.scored(one.score() + MEANT * near));
        }
        return sorted(whole, COMPARED_BY_MEANING);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

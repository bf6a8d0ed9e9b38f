package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.EnglishRules;
import io.recital.extraction.rules.statement.Statement;
import io.recital.extraction.rules.statement.Statements;
import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.clause.ClauseKind;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Extraction;
import io.recital.models.finding.FindingKind;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.Provenance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the duties, prohibitions and rights of a clause by rules: one obligation for each thing a party owes or may do. */
public final class ObligationExtractor extends EnglishRules {
    private static final Provenance PROVENANCE = new Provenance("rules-obligation", "7");
    private static final Set<ClauseKind> WITHOUT = EnumSet.of(ClauseKind.TITLE, ClauseKind.SIGNATURE);
    private static final Pattern DEFINITION = Pattern.compile(
            "^\\W*(?:the\\s+term\\s+)?[“\"”][^“”\"]{1,80}[”\"“],?\\s*(?:\\([^)]*\\)\\s*)?(?:(?:shall|will)\\s+)?(?:means?|refers?|has\\s+the|have\\s+the|is\\s+defined)\\b|^\\W*in\\s+witness\\b|^\\W*whereas\\b(?![^:]*:\\W*\\w)|^\\W*now,?\\s+therefore\\b(?![^:]*:\\W*\\w)",
            Pattern.CASE_INSENSITIVE);
    /** Words between what parties recite and what they promise. */
    private static final Pattern PRELUDE = Pattern.compile(
            "^.*?\\b(?:agree[sd]?|covenants?|witnesseth)\\b[^.:;]{0,80}\\b(?:as\\s+follows?|the\\s+following|that)\\s*:\\W*|^\\W*now,?\\s+therefore\\b[^:]*:\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A small letter, with which a sentence goes on that its layout has cut. */
    private static final Pattern GOES_ON = Pattern.compile("\\s*\\p{Ll}");

    private static final Pattern NOW =
            Pattern.compile("^\\W*(?:now\\b|in\\s+consideration|this\\s+agreement|whereas)", Pattern.CASE_INSENSITIVE);
    private static final Set<ClauseKind> OPENING = EnumSet.of(ClauseKind.RECITAL, ClauseKind.PREAMBLE);
    /** A heading that the layout gives as an item: capitals throughout, or the words of the clause's own heading. */
    private static final Pattern CAPITALS = Pattern.compile("(?=.*\\p{Lu}{3})[^\\p{Ll}]{3,80}");

    private static final int LONG_SENTENCE = 700;
    private static final double OF_A_STEP = 0.8;

    private final DeadlineReader deadlines = new DeadlineReader();
    private final EscalationSteps escalation = new EscalationSteps(deadlines);
    private final ReadingCache<Parties> parties = new ReadingCache<>(Parties::of);

    public ObligationExtractor() {
        super(PROVENANCE, FindingKind.OBLIGATION, WITHOUT);
    }

    @Override
    protected Extraction read(ContractReading contract, Clause clause) {
        return new Reading(contract, parties.get(contract)).read(clause);
    }

    /** One clause on its way into obligations. */
    private final class Reading {
        private final ContractReading contract;
        private final Parties parties;
        private final ObligationReader reader;
        private final List<Extraction.Candidate> candidates = new ArrayList<>();
        private boolean passiveWithoutActor;
        private @Nullable Subject before;

        Reading(ContractReading contract, Parties parties) {
            this.contract = contract;
            this.parties = parties;
            this.reader = new ObligationReader(parties, deadlines);
        }

        Extraction read(Clause clause) {
            boolean promises = !OPENING.contains(clause.kind());
            for (Statement statement : Statements.of(contract, clause)) {
                promises |= PRELUDE.matcher(statement.body().text()).find();
                if (promises && (!statement.isItem() || !isHeading(statement, clause))) {
                    int known = candidates.size();
                    read(statement);
                    if (candidates.size() == known) {
                        escalation.in(statement).ifPresent(this::add);
                    }
                }
            }
            escalation.inTables(contract, clause).forEach(this::add);
            new PointsStages(contract, parties)
                    .in(clause)
                    .forEach(stage ->
                            candidates.add(candidate(contract, stage.consequence(), stage.citations(), OF_A_STEP)));
            if (!candidates.isEmpty()) {
                return new Extraction.Found(candidates);
            }
            return passiveWithoutActor
                    ? new Extraction.Unsure("Something is to be done, and the words do not say by whom.", List.of())
                    : new Extraction.NothingHere();
        }

        private static boolean isHeading(Statement statement, Clause clause) {
            String words = statement.body().text().strip();
            return CAPITALS.matcher(words).matches()
                    || (clause.heading() != null
                            && statement.next() != null
                            && words.replaceAll("\\W+$", "")
                                    .equalsIgnoreCase(clause.heading().strip()));
        }

        private void read(Statement statement) {
            String body = promised(statement.body().text());
            if (DEFINITION.matcher(body).find()) {
                before = null;
                return;
            }
            AssertionReader own = AssertionReader.of(body, parties, before);
            List<Assertion> assertions = own.assertions();
            if (!statement.isItem()) {
                @Nullable Subject about = own.about();
                before = about == null && GOES_ON.matcher(body).lookingAt() ? before : about;
                passiveWithoutActor |= own.isPassiveWithoutActor();
                assertions.forEach(assertion -> add(assertion, statement, statement.citations()));
                return;
            }
            if (own.begins()) {
                List<Citation> alone = statement.prose().cite(statement.body(), CitationRole.ITEM);
                assertions.forEach(assertion -> add(assertion, statement, alone));
                return;
            }
            AssertionReader.of(statement.joined(), parties, before)
                    .assertionsFrom(statement.bodyStart())
                    .forEach(assertion -> add(assertion, statement, statement.citations()));
        }

        /** Without the words that lead from recitals to promises. */
        private static String promised(String body) {
            Matcher prelude = PRELUDE.matcher(body);
            return prelude.find() && (NOW.matcher(body).find() || prelude.end() < body.length() / 2)
                    ? body.substring(prelude.end())
                    : body;
        }

        private void add(Assertion assertion, Statement statement, List<Citation> citations) {
            reader.read(assertion).forEach(obligation -> add(obligation, assertion, statement, citations));
        }

        private void add(Obligation read, Assertion assertion, Statement statement, List<Citation> citations) {
            Obligation obligation = read;
            List<Citation> cited = new ArrayList<>(citations);
            if (obligation.consequence() == null
                    && statement.next() != null
                    && Conditions.isConsequence(statement.next().text())) {
                obligation = withConsequence(obligation, statement.next().text());
                cited.addAll(statement.prose().cite(statement.next(), CitationRole.CLAUSE));
            }
            candidates.add(candidate(contract, obligation, cited, confidence(assertion, statement, obligation)));
        }

        private void add(EscalationSteps.Step step) {
            candidates.add(candidate(contract, step.duty(), step.citations(), OF_A_STEP));
        }

        private double confidence(Assertion assertion, Statement statement, Obligation obligation) {
            double confidence = assertion.weight();
            if (statement.body().text().length() > LONG_SENTENCE) {
                confidence -= 0.1;
            }
            if (obligation.obligor().name() != null) {
                confidence += 0.03;
            }
            return Math.max(0.05, Math.min(0.98, confidence));
        }
    }

    private static Obligation withConsequence(Obligation obligation, @Nullable String words) {
        return new Obligation(
                obligation.modality(),
                obligation.obligor(),
                obligation.obligee(),
                obligation.action(),
                obligation.trigger(),
                obligation.deadline(),
                words == null ? null : Conditions.tidy(words));
    }
}

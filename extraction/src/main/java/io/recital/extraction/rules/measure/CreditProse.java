package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Piece;
import io.recital.extraction.rules.statement.Prose;
import io.recital.extraction.rules.value.TierParser;
import io.recital.extraction.rules.value.ValueMatch;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from sentences what a miss earns, how much is credited at most and by when it must be claimed. */
final class CreditProse {
    private static final Pattern CREDIT = Pattern.compile(
            "\\b(?:credits?|credited|discounts?\\s+of|compensation\\s+(?:of|must|shall|may|is)|allows?\\s+(?:you|the\\s+\\p{L}+|\\p{Lu}\\p{L}+)|quality\\s+charges?|refunds?\\s+of|rebates?|deductions?|liquidated\\s+damages|abatements?|abates?|deducts|performance\\s+adjustments?|fixed\\s+sum|withhold(?:s|ing)?|(?:fee|price|charge)\\s+reductions?|penalty|penalties|malus|(?:no|an?|such|the)\\s+(?:adjustment|reduction|allowance)|(?:is|are|be)\\s+(?:reduced|abated)\\s+by|adjusts?\\s+(?:its|the)\\s+(?:invoices?|charges?|fees?)|abate\\s+by)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIABILITY = Pattern.compile(
            "\\b(?:liabilit(?:y|ies)|net\\s+sales|gross|royalt(?:y|ies)|turnover|indemni\\w+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSED = Pattern.compile(
            "\\b(?:miss(?:es|ed)?|fail(?:s|ed|ing|ure)?|not\\s+(?:met|achieved|meet|achieve|attain(?:ed)?|reach(?:ed)?)|shortfall|falls?\\s+(?:below|short)|is\\s+(?:below|above|exceeded)|exceeds|(?:it|they|supplier|provider|contractor|carrier)\\s+(?:does|do)\\s+not|failing\\s+which|(?:is|are|be)\\s+(?:lower|higher|worse|less|fewer))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPEN = Pattern.compile(":\\s*$");

    private final TierParser tiers = new TierParser();
    private final BandReader bands = new BandReader();
    private final LimitReader limitReader = new LimitReader();
    private final StepReader steps = new StepReader();

    /** Adds what one clause says, with the items of the list that it opens; true when those items state credits of it. */
    boolean read(
            ContractReading contract,
            Clause clause,
            List<Clause> items,
            List<CreditTerms> terms,
            List<CreditLimit> limits) {
        if (!CREDIT.matcher(clause.text()).find()) {
            return false;
        }
        Reading reading = new Reading(clause, terms, limits);
        Prose prose = Prose.of(contract, clause);
        boolean open = false;
        for (Piece sentence : prose.sentences()) {
            reading.read(prose, sentence);
            open = OPEN.matcher(sentence.text()).find();
        }
        boolean stated = false;
        for (Clause item : open ? items : List.<Clause>of()) {
            Prose words = Prose.of(contract, item);
            for (Piece sentence : words.sentences()) {
                stated |= reading.readListed(words, sentence, prose);
            }
        }
        reading.close();
        return stated;
    }

    /** One clause being read. */
    private final class Reading {
        private final Clause clause;
        private final List<CreditTerms> terms;
        private final List<CreditLimit> limits;
        private final String headings;
        private @Nullable CreditTerms graded;
        private boolean near;

        Reading(Clause clause, List<CreditTerms> terms, List<CreditLimit> limits) {
            this.clause = clause;
            this.terms = terms;
            this.limits = limits;
            this.headings = String.join(" ", clause.headingPath());
        }

        void read(Prose prose, Piece sentence) {
            String words = PromiseAndMiss.of(sentence.text()).miss();
            boolean credit = CREDIT.matcher(words).find();
            if (credit || near) {
                @Nullable
                ValueMatch cap = (credit || near) && !LIABILITY.matcher(words).find()
                        ? limitReader.findCap(words).orElse(null)
                        : null;
                boolean states = credit
                        && cap != null
                        && (steps.find(words, cap).isPresent()
                                || steps.findOfAUnit(words, cap).isPresent()
                                || flatCreditIn(words, cap).isPresent()
                                || !tiers.findTiers(without(cap, words)).isEmpty());
                addLimit(prose, sentence, cap, states);
                if (credit && addStep(prose, sentence, words, sentence.text(), cap, List.of())) {
                    near = true;
                    return;
                }
                if (!readItem(prose, sentence, without(cap, words)) && credit) {
                    flatCreditIn(words, cap)
                            .ifPresent(value -> terms.add(new CreditTerms(
                                    clause,
                                    sentence.text(),
                                    List.of(),
                                    value,
                                    null,
                                    prose.cite(sentence, CitationRole.CLAUSE))));
                }
            }
            near = credit;
        }

        private boolean addStep(
                Prose prose,
                Piece sentence,
                String words,
                String about,
                @Nullable ValueMatch cap,
                List<Citation> stem) {
            Optional<StepReader.UnitStep> step = steps.find(words, cap)
                    .map(found -> new StepReader.UnitStep(found, "%"))
                    .or(() -> steps.findOfAUnit(words, cap));
            step.ifPresent(found -> {
                List<Citation> citations = new ArrayList<>(stem);
                citations.addAll(prose.cite(sentence, stem.isEmpty() ? CitationRole.CLAUSE : CitationRole.ITEM));
                terms.add(new CreditTerms(clause, about, List.of(), null, null, citations, found.step(), found.unit()));
            });
            return step.isPresent();
        }

        /** Takes the step, the bands or the cap of a list item under a sentence that speaks of credits. */
        boolean readListed(Prose words, Piece item, Prose stem) {
            @Nullable ValueMatch cap = limitReader.findCap(item.text()).orElse(null);
            addLimit(words, item, cap, true);
            List<Piece> sentences = stem.sentences();
            Piece last = sentences.get(sentences.size() - 1);
            String about = headings + " " + last.text() + " " + item.text();
            return addStep(words, item, item.text(), about, cap, stem.cite(last, CitationRole.LIST_STEM))
                    || readItem(words, item, without(cap, item.text()))
                    || cap != null;
        }

        private void addLimit(Prose prose, Piece sentence, @Nullable ValueMatch cap, boolean own) {
            @Nullable TimeSpan claim = limitReader.findClaim(sentence.text()).orElse(null);
            if (cap != null || claim != null) {
                limits.add(new CreditLimit(
                        clause,
                        sentence.text(),
                        cap == null ? null : cap.value(),
                        claim,
                        prose.cite(sentence, CitationRole.CLAUSE),
                        own));
            }
        }

        /** Takes the bands of a sentence or list item; false when it has none. */
        boolean readItem(Prose prose, Piece item, String sentence) {
            Optional<BandReader.Bands> found = bands.read(sentence);
            if (found.isEmpty()) {
                return false;
            }
            CreditTerms before = graded;
            CreditTerms more = new CreditTerms(
                    clause,
                    (before == null ? headings : "") + " " + item.text(),
                    found.get().tiers(),
                    found.get().lighter(),
                    null,
                    prose.cite(item, CitationRole.CLAUSE));
            graded = before == null ? more : joined(before, more);
            return true;
        }

        private CreditTerms joined(CreditTerms one, CreditTerms other) {
            List<Tier> all = new ArrayList<>(one.tiers());
            all.addAll(other.tiers());
            List<Citation> citations = new ArrayList<>(one.citations());
            citations.addAll(other.citations());
            return new CreditTerms(clause, one.about() + other.about(), all, null, null, citations);
        }

        void close() {
            if (graded != null) {
                terms.add(graded);
            }
        }
    }

    /** The words at equal length without the cap, which is no band. */
    private static String without(@Nullable ValueMatch cap, String words) {
        return cap == null
                ? words
                : words.substring(0, cap.start()) + " ".repeat(cap.end() - cap.start()) + words.substring(cap.end());
    }

    static boolean speaksOfCredits(String words) {
        return CREDIT.matcher(words).find();
    }

    /** The one credit that any miss of the target earns. */
    private Optional<TypedValue> flatCreditIn(String words, @Nullable ValueMatch cap) {
        if (!MISSED.matcher(words).find() || BandReader.goesByDegrees(words)) {
            return Optional.empty();
        }
        List<ValueMatch> values = CreditValues.in(words);
        values.removeIf(value -> cap != null && value.start() == cap.start());
        return values.size() == 1 ? Optional.of(values.get(0).value()) : Optional.empty();
    }
}

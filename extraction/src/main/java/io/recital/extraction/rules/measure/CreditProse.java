package io.recital.extraction.rules.measure;

import io.recital.extraction.rules.statement.Piece;
import io.recital.extraction.rules.statement.Prose;
import io.recital.extraction.rules.value.DurationParser;
import io.recital.extraction.rules.value.MoneyParser;
import io.recital.extraction.rules.value.PercentParser;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from sentences what a miss earns, how much is credited at most and by when it must be claimed. */
final class CreditProse {
    private static final Pattern CREDIT = Pattern.compile(
            "\\b(?:credits?|credited|discounts?\\s+of|compensation\\s+(?:of|must|shall|may|is)|allows?\\s+(?:you|the\\s+\\p{L}+|\\p{Lu}\\p{L}+)|quality\\s+charges?|refunds?\\s+of|rebates?|deductions?|liquidated\\s+damages|abatements?|abates?|deducts|performance\\s+adjustments?|fixed\\s+sum|withhold(?:s|ing)?|(?:fee|price|charge)\\s+reductions?|penalty|penalties|malus|(?:no|an?|such|the)\\s+(?:adjustment|reduction|allowance)|(?:is|are|be)\\s+(?:reduced|abated)\\s+by|adjusts?\\s+(?:its|the)\\s+(?:invoices?|charges?|fees?)|abate\\s+by)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "(?:,\\s*at\\s+most|,\\s*(?:but\\s+)?up\\s+to|\\bhöchstens|\\bnot\\s+to\\s+exceed|\\bnever\\s+by\\s+more\\s+than)\\s+|\\b(?:(?:not|in\\s+no\\s+(?:event|case|month)|never)\\s+(?:in\\s+(?:the\\s+)?(?:aggregate|total)\\s+)?exceed(?:ing|s)?"
                    + "|capped\\s+at|up\\s+to\\s+a\\s+maximum\\s+of|maximum\\s+of|limited\\s+to|restricted\\s+to|in\\s+an\\s+amount\\s+more\\s+than|no\\s+more\\s+than"
                    + "|but\\s+(?:in\\s+any\\s+(?:event|case)\\s+)?not\\s+more\\s+than|(?:maximum|cap)\\b[^.]{0,80}?\\b(?:is|be|of))\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIABILITY = Pattern.compile(
            "\\b(?:liabilit(?:y|ies)|net\\s+sales|gross|royalt(?:y|ies)|turnover|indemni\\w+)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:claim(?:ed|s)?|request(?:ed|s)?|notify|notif(?:ies|ied)|appl(?:y|ies)\\s+for|submit(?:s|ted)?|raised?|declared?|ask(?:s|ed)?\\s+for|demand(?:s|ed)?|makes?\\s+(?:the|such|its|a)\\s+(?:written\\s+)?request|assert(?:s|ed)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SETTLED = Pattern.compile(
            "\\b(?:pa(?:y|ys|id)|issued?|deduct(?:ed|s)?|set\\s+off|applied|appl(?:y|ies)\\s+(?!for)|credit(?:s|ed)?\\s+(?:note|memo|it|the)|included?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|(?:no|not)\\s+later\\s+than|in\\s+the|until)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSED = Pattern.compile(
            "\\b(?:miss(?:es|ed)?|fail(?:s|ed|ing|ure)?|not\\s+(?:met|achieved|meet|achieve|attain(?:ed)?|reach(?:ed)?)|shortfall|falls?\\s+(?:below|short)|is\\s+(?:below|above|exceeded)|exceeds|(?:it|they|supplier|provider|contractor|carrier)\\s+(?:does|do)\\s+not|failing\\s+which|(?:is|are|be)\\s+(?:lower|higher|worse|less|fewer))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_DEGREES = Pattern.compile(
            "\\b(?:for\\s+(?:each|every)|per)\\s+(?:full\\s+|whole\\s+|additional\\s+|commenced\\s+|started\\s+|begun\\s+)?(?:\\d[\\d.]*\\s*%|(?:\\d[\\d.]*\\s+|tenth\\s+of\\s+a\\s+)?percent(?:age)?(?:\\s+point)?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_MISS = Pattern.compile(
            "\\b(?:less|lower|fewer|worse|below\\s+(?:that|this|it)|above\\s+(?:that|this|it)|more|does\\s+not|fails?|miss(?:es|ed))\\b(?!\\s+than)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile(
            "%|(?:(?:business|working)\\s+)?(?:hours?|minutes?|seconds?|days?)", Pattern.CASE_INSENSITIVE);
    /** Where a heavier credit follows the usual one: {@code 5 % of the fee, or of 20 % if it is below 98 %}. */
    private static final Pattern OR_MORE = Pattern.compile(
            ",(?=\\s+(?:or|and)\\s+(?:of\\s+|by\\s+|to\\s+)?(?:[£$€]\\s?|[A-Z]{3}\\s)?\\d[\\d.,]*\\s*(?:%|per\\s?cent)?\\s+(?:of\\s+(?:it|that\\s+\\p{L}+|the\\s+(?:\\p{L}+\\s+){1,3}?))?\\s*(?:if|where|when)\\b)");
    /** What makes “but not more than 8 hours” the end of a band, and no limit of a credit. */
    private static final Pattern BAND_BEFORE = Pattern.compile(
            "\\b(?:(?:more|less|greater|higher|longer|fewer|later)\\s+than|over|above|below|under|beyond|exceed(?:s|ing)?)\\s+(?:the\\s+)?[\\d.,]+\\s*(?:%|per\\s?cent|\\p{L}+)?\\s*,?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_TIME = Pattern.compile(
            "(?<=\\d\\)?)\\s+(?<unit>hours?|minutes?|seconds?)\\b(?!\\s+(?:of|after|before|from|per))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOWER = Pattern.compile(
            "(?:[£$€]\\s?|[A-Z]{3}\\s)?\\d[\\d.,]*\\s*(?:%|per\\s?cent)?\\s+(?:of\\s+[^,;.]{2,40}?\\s+)?(?:if|where|when)\\s+(?:it|the\\s+\\p{L}+|this|that)\\s+is\\s+(?:lower|less|worse|below\\s+that)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile(":\\s*$");
    private static final int FARTHEST_VALUE = 45;

    private final TierParser tiers = new TierParser();
    private final PercentParser percents = new PercentParser();
    private final MoneyParser amounts = new MoneyParser();
    private final StepReader steps = new StepReader();
    private final DurationParser durations = new DurationParser();

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
                        ? capIn(words).orElse(null)
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
            @Nullable ValueMatch cap = capIn(item.text()).orElse(null);
            addLimit(words, item, cap, true);
            List<Piece> sentences = stem.sentences();
            Piece last = sentences.get(sentences.size() - 1);
            String about = headings + " " + last.text() + " " + item.text();
            return addStep(words, item, item.text(), about, cap, stem.cite(last, CitationRole.LIST_STEM))
                    || readItem(words, item, without(cap, item.text()))
                    || cap != null;
        }

        private void addLimit(Prose prose, Piece sentence, @Nullable ValueMatch cap, boolean own) {
            @Nullable TimeSpan claim = claimIn(sentence.text()).orElse(null);
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
            String words = OR_MORE.matcher(sentence).replaceAll(";");
            List<TierParser.TierMatch> found = findTiers(words);
            if (found.isEmpty()
                    || BY_DEGREES.matcher(words).find()
                    || !found.stream()
                            .allMatch(
                                    tier -> MEASURED.matcher(tier.tier().unit()).matches())) {
                return false;
            }
            CreditTerms before = graded;
            List<Tier> bands = new ArrayList<>(
                    found.stream().map(TierParser.TierMatch::tier).toList());
            worseThan(found, words).ifPresent(bands::add);
            CreditTerms more = new CreditTerms(
                    clause,
                    (before == null ? headings : "") + " " + item.text(),
                    bands,
                    found.size() == 1 ? lighterIn(words, found.get(0)).orElse(null) : null,
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

    /** What any miss earns, said before the one level that earns more: {@code if it ships less, 3%; if less than 97%, 7%}. */
    private Optional<TypedValue> lighterIn(String words, TierParser.TierMatch heavier) {
        int end = words.lastIndexOf(';', heavier.start());
        String before = end < 0 ? "" : words.substring(0, end);
        List<ValueMatch> values = valuesIn(before);
        return values.size() == 1 && ANY_MISS.matcher(before).find()
                ? Optional.of(values.get(0).value())
                : Optional.empty();
    }

    /** Bands of a percentage, or of one unit of time that stands behind each number. */
    private List<TierParser.TierMatch> findTiers(String words) {
        List<String> units = OF_TIME.matcher(words)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT).replaceFirst("s?$", "s"))
                .distinct()
                .toList();
        if (units.size() != 1) {
            return tiers.findTiers(words);
        }
        String plain = OF_TIME.matcher(words)
                .replaceAll(found -> " ".repeat(found.group().length()));
        return tiers.findTiers(plain).stream()
                .map(match -> match.tier().unit().isEmpty()
                        ? new TierParser.TierMatch(match.start(), match.end(), in(units.get(0), match.tier()))
                        : match)
                .toList();
    }

    private static Tier in(String unit, Tier tier) {
        return new Tier(tier.from(), tier.fromIncluded(), tier.to(), tier.toIncluded(), unit, tier.value());
    }

    /** What is earned below the one level that is named: {@code 4% where it is at least 92%, and 8% where it is lower}. */
    private Optional<Tier> worseThan(List<TierParser.TierMatch> found, String words) {
        Tier band = found.get(0).tier();
        Matcher lower = LOWER.matcher(words);
        boolean one = found.size() == 1 && band.from() != null && band.to() == null;
        return one && lower.find() && lower.start() >= found.get(0).end() - 1
                ? valuesIn(lower.group()).stream()
                        .map(value ->
                                new Tier(null, false, band.from(), !band.fromIncluded(), band.unit(), value.value()))
                        .findFirst()
                : Optional.empty();
    }

    /** The one credit that any miss of the target earns. */
    private Optional<TypedValue> flatCreditIn(String words, @Nullable ValueMatch cap) {
        if (!MISSED.matcher(words).find() || BY_DEGREES.matcher(words).find()) {
            return Optional.empty();
        }
        List<ValueMatch> values = valuesIn(words);
        values.removeIf(value -> cap != null && value.start() == cap.start());
        return values.size() == 1 ? Optional.of(values.get(0).value()) : Optional.empty();
    }

    private Optional<ValueMatch> capIn(String words) {
        Matcher matcher = CAP.matcher(words);
        while (matcher.find()) {
            int from = matcher.end();
            if (BAND_BEFORE.matcher(words.substring(0, matcher.start())).find()) {
                continue;
            }
            Optional<ValueMatch> value = valuesIn(words).stream()
                    .filter(match -> match.start() >= from - 1 && match.start() <= from + FARTHEST_VALUE)
                    .findFirst();
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private List<ValueMatch> valuesIn(String words) {
        List<ValueMatch> values = new ArrayList<>(percents.findAll(words));
        values.addAll(amounts.findAll(words));
        return values;
    }

    private Optional<TimeSpan> claimIn(String words) {
        Matcher claim = CLAIM.matcher(words);
        if (!claim.find()) {
            return Optional.empty();
        }
        int from = claim.end();
        return durations.findAll(words).stream()
                .filter(match -> match.start() > from
                        && WITHIN.matcher(words.substring(0, match.start())).find()
                        && !SETTLED.matcher(words.substring(from, match.start()))
                                .find())
                .filter(match -> match.value() instanceof TypedValue.Length)
                .map(match -> ((TypedValue.Length) match.value()).value())
                .findFirst();
    }
}

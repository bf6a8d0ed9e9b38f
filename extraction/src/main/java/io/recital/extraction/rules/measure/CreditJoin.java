package io.recital.extraction.rules.measure;

import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins a measure to what the clauses around it say about its credits: bands, cap, claim window, formula. */
final class CreditJoin {
    private static final int FARTHEST = 15;
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Set<String> COMMON = Set.of(
            "service",
            "services",
            "level",
            "levels",
            "target",
            "credit",
            "credits",
            "percentage",
            "month",
            "monthly",
            "rate",
            "measure",
            "that",
            "this",
            "with",
            "each",
            "fees",
            "charges",
            "time",
            "supplier",
            "provider",
            "system",
            "schedule",
            "cloud",
            "tier");
    private static final Pattern COMPUTED = Pattern.compile(
            "\\b(?:calculated|measured|computed|determined)\\s+(?:as|by|using)\\b|\\bdivided\\s+by\\b|\\bexpressed\\s+as\\s+a\\s+percentage\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:paragraphs?|para\\.?|sections?|clauses?|articles?)\\s+(?<number>\\d+(?:\\.\\d+)*)",
            Pattern.CASE_INSENSITIVE);

    private final List<CreditTerms> terms = new ArrayList<>();
    private final ContractReading contract;
    private final WindowReader windows = new WindowReader();

    private CreditJoin(ContractReading contract, Clause clause, CreditReader reader) {
        this.contract = contract;
        for (Clause near : contract.clauses()) {
            if (Math.abs(near.ordinal() - clause.ordinal()) <= FARTHEST) {
                CreditTerms read = reader.read(contract, near);
                if (!read.isEmpty()) {
                    terms.add(read);
                }
            }
        }
        terms.sort(Comparator.comparingInt(read -> Math.abs(read.clause().ordinal() - clause.ordinal())));
    }

    static CreditJoin around(ContractReading contract, Clause clause, CreditReader reader) {
        return new CreditJoin(contract, clause, reader);
    }

    /** The measure with its credits, and every citation it then rests on. */
    Joined join(Draft draft) {
        List<Citation> citations = new ArrayList<>(draft.citations());
        Optional<CreditTerms> bands = draft.credits().isEmpty() ? bandsFor(draft) : Optional.empty();
        bands.ifPresent(found -> citations.addAll(found.tierCitations()));
        List<Tier> credits = bands.map(found -> tiersOf(found, draft.target())).orElse(draft.credits());
        boolean credited = !credits.isEmpty();
        Optional<CreditTerms> capped =
                terms.stream().filter(read -> credited && read.cap() != null).findFirst();
        capped.ifPresent(found -> citations.addAll(found.capCitations()));
        Optional<CreditTerms> claimed = terms.stream()
                .filter(read -> credited && read.claimWindow() != null)
                .findFirst();
        claimed.ifPresent(found -> citations.addAll(found.claimCitations()));
        @Nullable TypedValue cap = capped.map(CreditTerms::cap).orElse(null);
        @Nullable TimeSpan claim = claimed.map(CreditTerms::claimWindow).orElse(null);
        @Nullable
        TimeSpan window = draft.window() != null
                ? draft.window()
                : bands.flatMap(found -> windows.inSentence(found.about())).orElse(null);
        PerformanceMeasure measure = measure(draft, window, credits, cap, claim);
        return new Joined(measure, List.copyOf(new LinkedHashSet<>(citations)), draft.confidence());
    }

    /** A measure ready to be reported. */
    record Joined(PerformanceMeasure measure, List<Citation> citations, double confidence) {}

    private PerformanceMeasure measure(
            Draft draft,
            @Nullable TimeSpan window,
            List<Tier> credits,
            @Nullable TypedValue cap,
            @Nullable TimeSpan claim) {
        Target target = draft.target();
        @Nullable String metric = draft.metric() == null ? metricFor(draft).orElse(null) : draft.metric();
        return new PerformanceMeasure(
                draft.name(),
                draft.term(),
                metric,
                target.comparison(),
                target.value(),
                target.unit(),
                window,
                credits,
                cap,
                claim,
                target.stated());
    }

    /** The credits that another clause states for a measure: the clause it points at, the one that names it, or the likest. */
    private Optional<CreditTerms> bandsFor(Draft draft) {
        @Nullable String said = draft.creditWords();
        if (said != null && CreditReader.isNone(said)) {
            return Optional.empty();
        }
        List<CreditTerms> fitting =
                terms.stream().filter(read -> fits(read, draft.target())).toList();
        Matcher place = said == null ? null : PLACE.matcher(said);
        if (place != null && place.find()) {
            String number = place.group("number");
            return fitting.stream()
                    .filter(read -> endsWith(read.clause(), number))
                    .findFirst();
        }
        @Nullable String code = draft.code();
        Optional<CreditTerms> coded = code == null
                ? Optional.empty()
                : fitting.stream()
                        .filter(read -> MeasureName.names(read.about(), code))
                        .findFirst();
        return coded.or(() -> likest(fitting, draft));
    }

    private static Optional<CreditTerms> likest(List<CreditTerms> fitting, Draft draft) {
        Set<String> name = wordsOf(draft.name());
        return fitting.stream()
                .filter(read -> draft.code() == null || !MeasureName.hasCodes(read.about()))
                .filter(read -> likeness(read, name) > 0)
                .reduce((best, other) -> likeness(other, name) > likeness(best, name) ? other : best);
    }

    private static long likeness(CreditTerms read, Set<String> name) {
        return wordsOf(read.about()).stream().filter(name::contains).count();
    }

    private static boolean endsWith(Clause clause, String number) {
        return clause.path().toString().matches("(?s)(?:.*[^\\d.])?" + Pattern.quote(number) + "\\.?");
    }

    /** Whether bands count what the target counts, and none of them lies where the target is met. */
    private static boolean fits(CreditTerms read, Target target) {
        if (read.tiers().isEmpty()) {
            return read.flat() != null && target.value() != null;
        }
        return read.tiers().stream()
                        .allMatch(tier -> tier.unit().isEmpty() || tier.unit().equals(target.unit()))
                && read.tiers().stream().noneMatch(tier -> isMet(tier, target));
    }

    private static boolean isMet(Tier tier, Target target) {
        BigDecimal value = target.value();
        BigDecimal from = tier.from();
        BigDecimal to = tier.to();
        return value != null
                && switch (target.comparison()) {
                    case AT_LEAST, ABOVE -> from != null && from.compareTo(value) >= 0;
                    case AT_MOST, BELOW -> to != null && to.compareTo(value) <= 0;
                    case EQUAL -> false;
                };
    }

    private static List<Tier> tiersOf(CreditTerms terms, Target target) {
        TypedValue flat = terms.flat();
        return terms.tiers().isEmpty() && flat != null ? target.missedFor(flat) : terms.tiers();
    }

    private Optional<String> metricFor(Draft draft) {
        Set<String> name = wordsOf(draft.name());
        return contract.segmentation().definitions().stream()
                .filter(definition -> !definition.party()
                        && COMPUTED.matcher(definition.meaning()).find())
                .filter(definition -> wordsOf(definition.term()).stream().anyMatch(name::contains))
                .map(definition -> definition.meaning().replaceAll("\\s+", " ").strip())
                .findFirst();
    }

    /** The telling words, with what contracts use for the same thing made equal. */
    private static Set<String> wordsOf(String words) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(words.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            if (!COMMON.contains(word)) {
                found.add(
                        word.matches("uptime|available|accessible|operational")
                                ? "availability"
                                : word.replaceFirst("(?<=....)s$", ""));
            }
        }
        return found;
    }
}

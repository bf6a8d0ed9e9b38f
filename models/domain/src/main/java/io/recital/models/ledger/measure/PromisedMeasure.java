package io.recital.models.ledger.measure;

import static java.util.Objects.requireNonNull;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.ContractFamily.Governed;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.CreditStep;
import io.recital.models.finding.Finding;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.Tier;
import io.recital.models.finding.TimeSpan;
import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A performance measure as it is promised on a day: what the latest text says of it, and for all that this leaves
 * unsaid, the text that it changed.
 */
public record PromisedMeasure(Governed<PerformanceMeasure> governed) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,5}[- ]?\\d{1,3}[a-z]?");

    /** That a change of the target is one of the bands too. */
    private static final Pattern IN_THE_BANDS = Pattern.compile(
            "\\b(?:rows?|table|bands?|tiers?|credits?|deductions?|wherever|throughout|each\\s+place|everywhere)\\b",
            Pattern.CASE_INSENSITIVE);

    public PromisedMeasure {
        requireNonNull(governed, "governed");
    }

    /** All that are promised on a day. */
    public static List<PromisedMeasure> on(ContractFamily family, LocalDate day) {
        return family.listInForce(PerformanceMeasure.class, day).stream()
                .map(PromisedMeasure::new)
                .toList();
    }

    /** Those that are promised on a day for what bears a reference. */
    public static List<PromisedMeasure> on(ContractFamily family, LocalDate day, String reference) {
        return family.listInForce(PerformanceMeasure.class, day, reference).stream()
                .map(PromisedMeasure::new)
                .toList();
    }

    /** What the governing text says. */
    public PerformanceMeasure content() {
        return governed.content();
    }

    public String name() {
        return content().name();
    }

    /** By which reports and other clauses call it, such as {@code SL1}. */
    public Optional<String> code() {
        return citations().stream()
                .filter(citation ->
                        citation.role() == CitationRole.CELL || citation.quote().length() <= 8)
                .map(citation -> citation.quote().strip())
                .filter(quote -> CODE.matcher(quote).matches())
                .map(PromisedMeasure::plainCode)
                .findFirst()
                .or(() -> CODE.matcher(name()).matches() ? Optional.of(plainCode(name())) : Optional.empty());
    }

    static String plainCode(String code) {
        return code.replaceAll("[- ]", "").toUpperCase(Locale.ROOT);
    }

    public Optional<TimeSpan> window() {
        return first(PerformanceMeasure::window);
    }

    public Optional<TypedValue> cap() {
        return first(PerformanceMeasure::cap);
    }

    public Optional<TimeSpan> claimWindow() {
        return first(PerformanceMeasure::claimWindow);
    }

    /** The bands of the governing text, or of the text it changed where it changed only the target. */
    public List<Tier> credits() {
        return texts().filter(PerformanceMeasure::earnsCredits)
                .findFirst()
                .map(text -> withTheTarget(text))
                .orElse(List.of());
    }

    /** Where a change says that the bands move with the target, a band that ended at the old one ends at the new one. */
    private List<Tier> withTheTarget(PerformanceMeasure text) {
        BigDecimal target = content().target();
        boolean moves = content().credits().isEmpty()
                && target != null
                && governed.finding().citations().stream()
                        .anyMatch(citation ->
                                IN_THE_BANDS.matcher(citation.quote()).find());
        return moves && target != null ? moved(text.credits(), text.target(), target) : text.credits();
    }

    /** Bands of which those that end or begin at the old target do so at the new one, where they then still run upwards. */
    static List<Tier> moved(List<Tier> tiers, @Nullable BigDecimal old, BigDecimal target) {
        return tiers.stream().map(tier -> moved(tier, old, target)).toList();
    }

    private static Tier moved(Tier tier, @Nullable BigDecimal old, BigDecimal target) {
        BigDecimal from = isAt(tier.from(), old) ? target : tier.from();
        BigDecimal to = isAt(tier.to(), old) ? target : tier.to();
        boolean runs = from == null || to == null || from.compareTo(to) <= 0;
        return runs ? new Tier(from, tier.fromIncluded(), to, tier.toIncluded(), tier.unit(), tier.value()) : tier;
    }

    private static boolean isAt(@Nullable BigDecimal bound, @Nullable BigDecimal old) {
        return bound != null && old != null && bound.compareTo(old) == 0;
    }

    /** Its part of the amount at risk, in percent. */
    public Optional<BigDecimal> allocation() {
        return first(PerformanceMeasure::allocation);
    }

    /** The credit that grows with the shortfall; empty where the text that speaks of credits gives bands. */
    public Optional<CreditStep> step() {
        return texts().filter(PerformanceMeasure::earnsCredits)
                .findFirst()
                .flatMap(text -> Optional.ofNullable(text.step()))
                .or(this::statedStep);
    }

    private Optional<CreditStep> statedStep() {
        return texts().anyMatch(PerformanceMeasure::earnsCredits)
                ? Optional.empty()
                : StatedStep.of(citations(), content().unit());
    }

    /** Whether a miss earns a credit. */
    public boolean earnsCredits() {
        return texts().anyMatch(PerformanceMeasure::earnsCredits)
                || statedStep().isPresent();
    }

    private <T> Optional<T> first(Function<PerformanceMeasure, T> part) {
        return texts().map(part).filter(Objects::nonNull).findFirst();
    }

    /** The words that it rests on, those of the governing text first. */
    public List<Citation> citations() {
        return findings().stream()
                .flatMap(finding -> finding.citations().stream())
                .toList();
    }

    /** The words that it rests on, then those beside them, then those of other findings of its document. */
    Stream<Citation> wordsAndBeside() {
        FamilyMember member = governed.member();
        return Stream.of(
                        citations().stream(),
                        member.beside().sentences().stream(),
                        member.findings().stream().flatMap(finding -> finding.citations().stream()))
                .flatMap(words -> words)
                .distinct();
    }

    /** The same, and then what its document says anywhere of what a miss brings. */
    Stream<Citation> wordsOfItsDocument() {
        return Stream.concat(wordsAndBeside(), governed.member().beside().consequences().stream())
                .distinct();
    }

    /** The first of its words in which a pattern is found. */
    public Optional<Citation> findWords(Pattern pattern) {
        return citations().stream()
                .filter(citation -> pattern.matcher(citation.quote()).find())
                .findFirst();
    }

    public List<Finding> findings() {
        return Stream.concat(
                        Stream.of(governed.finding()),
                        governed.replaced().stream().filter(finding -> finding.content() instanceof PerformanceMeasure))
                .toList();
    }

    /** The same with what other texts of its name say beside it. */
    PromisedMeasure completedBy(List<PromisedMeasure> others) {
        List<Finding> all = Stream.concat(
                        governed.replaced().stream(),
                        others.stream()
                                .filter(other ->
                                        !other.equals(this) && other.name().equals(name()))
                                .map(other -> other.governed().finding()))
                .distinct()
                .toList();
        return new PromisedMeasure(new Governed<>(governed.content(), governed.finding(), governed.member(), all));
    }

    private Stream<PerformanceMeasure> texts() {
        return Stream.concat(Stream.of(governed.content()), findings().stream().map(finding ->
                (PerformanceMeasure) finding.content()));
    }
}

package io.recital.models.family;

import io.recital.models.finding.ClauseCheck;
import io.recital.models.finding.CommercialLever;
import io.recital.models.finding.ContractFact;
import io.recital.models.finding.FactType;
import io.recital.models.finding.Finding;
import io.recital.models.finding.FindingContent;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.Milestone;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PerformanceMeasure;
import io.recital.models.finding.TypedValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two terms speak of the same subject, so that one can take the place of the other. Texts are taken apart once: each
 * term is held against many others. It is for one thread at a time.
 */
final class TermSubject {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** By which contracts number their measures, such as {@code SL3}. */
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,5}[- .]?\\d{1,3}[a-z]?");

    private static final Set<FactType> OF_THE_CONTRACT = Set.of(
            FactType.EXPIRATION_DATE,
            FactType.RENEWAL,
            FactType.NOTICE_PERIOD,
            FactType.GOVERNING_LAW,
            FactType.CONTRACT_VALUE);
    /** Of all words of two duties, how many are the same when they are one duty in two versions. */
    private static final double SAME_DUTY = 0.8;

    private final Map<String, Set<String>> known = new HashMap<>();

    /** The same of findings: a change may call a measure by the number that the older text gives it. */
    boolean isSame(Finding fresh, Finding old) {
        return isSame(fresh.content(), old.content())
                || (fresh.content() instanceof PerformanceMeasure measure
                        && old.content() instanceof PerformanceMeasure
                        && CODE.matcher(measure.name().strip()).matches()
                        && old.citations().stream()
                                .anyMatch(citation -> plain(citation.quote()).equals(plain(measure.name()))));
    }

    private static String plain(String code) {
        return NO_WORD.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether all that the old term is about is what the new one is about. */
    boolean isSame(FindingContent fresh, FindingContent old) {
        if (fresh.kind() != old.kind()) {
            return false;
        }
        return switch (fresh.kind()) {
            case FACT -> isSameFact((ContractFact) fresh, (ContractFact) old);
            case MEASURE -> words(((PerformanceMeasure) fresh).name()).equals(words(((PerformanceMeasure) old).name()));
            case MILESTONE -> isSameMilestone((Milestone) fresh, (Milestone) old);
            case LEVER -> isSameLever((CommercialLever) fresh, (CommercialLever) old);
            case OBLIGATION -> isSameDuty((Obligation) fresh, (Obligation) old);
            case CHECK -> words(((ClauseCheck) fresh).name()).equals(words(((ClauseCheck) old).name()));
            case LABEL -> false;
        };
    }

    /** Whether a term says that it applies from a later day only. */
    static boolean beginsAfter(FindingContent content, LocalDate day) {
        return content instanceof CommercialLever lever
                && lever.find(LeverParameter.Name.FROM)
                        .map(from -> from instanceof TypedValue.Day first
                                && first.value().isAfter(day))
                        .orElse(false);
    }

    private static boolean isSameFact(ContractFact fresh, ContractFact old) {
        return fresh.fact() == old.fact() && OF_THE_CONTRACT.contains(fresh.fact());
    }

    private boolean isSameMilestone(Milestone fresh, Milestone old) {
        String code = old.code();
        if (fresh.code() == null || code == null) {
            return words(fresh.deliverable()).equals(words(old.deliverable()));
        }
        return fresh.code().equalsIgnoreCase(code);
    }

    private boolean isSameLever(CommercialLever fresh, CommercialLever old) {
        if (fresh.lever() != old.lever()) {
            return false;
        }
        Set<Set<String>> freshItems = texts(fresh, LeverParameter.Name.ITEM);
        Set<Set<String>> oldItems = texts(old, LeverParameter.Name.ITEM);
        Set<Set<String>> freshBase = texts(fresh, LeverParameter.Name.BASE);
        Set<Set<String>> oldBase = texts(old, LeverParameter.Name.BASE);
        return freshItems.isEmpty() == oldItems.isEmpty()
                && freshItems.containsAll(oldItems)
                && (freshBase.isEmpty() || oldBase.isEmpty() || freshBase.equals(oldBase));
    }

    private boolean isSameDuty(Obligation fresh, Obligation old) {
        return fresh.modality() == old.modality()
                && words(fresh.obligor().asWritten()).equals(words(old.obligor().asWritten()))
                && sharesMostWords(words(fresh.action()), words(old.action()));
    }

    private static boolean sharesMostWords(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int all = one.size() + other.size() - both.size();
        return both.size() >= SAME_DUTY * all;
    }

    private Set<Set<String>> texts(CommercialLever lever, LeverParameter.Name name) {
        return lever.parameters().stream()
                .filter(parameter -> parameter.name() == name && parameter.value() instanceof TypedValue.Text)
                .map(parameter -> words(((TypedValue.Text) parameter.value()).value()))
                .collect(Collectors.toSet());
    }

    private Set<String> words(String text) {
        return known.computeIfAbsent(text, TermSubject::takenApart);
    }

    private static Set<String> takenApart(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !word.equals("the") && !word.equals("of"))
                .collect(Collectors.toSet());
    }
}

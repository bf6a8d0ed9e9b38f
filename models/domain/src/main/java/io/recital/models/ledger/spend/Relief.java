package io.recital.models.ledger.spend;

import io.recital.models.evidence.Derivation;
import io.recital.models.evidence.Derivation.Input;
import io.recital.models.evidence.Derivation.Operation;
import io.recital.models.fact.ContractEvent;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import io.recital.models.ledger.lever.LeverTerm;
import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By how much a minimum falls for the days on which the seller could not deliver.
 *
 * @param isOpen whether something happened that lessens it, and by how much cannot be told
 */
record Relief(BigDecimal amount, boolean isOpen, List<Derivation> steps, List<String> rows) {
    private static final String LESS =
            "\\b(?:falls?|reduced?|reduces|lowered|lowers|decreased?s?|diminished|lessened)\\b";
    private static final String EACH = "(?<each>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<what>[\\p{L}³²]+)";
    private static final String DAY =
            "(?:for\\s+)?(?:each|every)\\s+(?<full>full|whole|complete|entire)?\\s*(?:calendar\\s+)?day\\b";
    private static final List<Pattern> BY_DAY = List.of(
            Pattern.compile(
                    "\\b" + DAY + "[^.;]{0,140}?" + LESS + "[^.;]{0,20}?\\bby\\s+" + EACH, Pattern.CASE_INSENSITIVE),
            Pattern.compile(LESS + "\\s+by\\s+" + EACH + "\\s+" + DAY, Pattern.CASE_INSENSITIVE));
    private static final Pattern OTHERWISE = Pattern.compile(
            LESS
                    + "[^.;]{0,60}\\b(?:pro[- ]rata|proportion\\w*|accordingly|correspondingly)|\\b(?:pro[- ]rata|proportion\\w*|correspondingly)\\b[^.;]{0,40}"
                    + LESS,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILURE = Pattern.compile(
            "outage|no[- ]supply|not[- ](?:supplied|delivered|available)|unavailab|interrupt|stoppage|shut[- ]?down|breakdown|force[- ]majeure|unable|inability|cannot|suspen|closure|strike",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART =
            Pattern.compile("\\b(?:half|part|hours?|\\d+\\s*h)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\bdays\\b|\\bweeks?\\b", Pattern.CASE_INSENSITIVE);
    private static final Relief NONE = new Relief(BigDecimal.ZERO, false, List.of(), List.of());

    Relief {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    static Relief of(Dossier dossier, Commitment commitment, Period year) {
        List<ContractEvent> failures = failures(dossier, commitment, year);
        if (failures.isEmpty()) {
            return NONE;
        }
        Optional<LeverTerm.Said> daily = BY_DAY.stream()
                .flatMap(pattern -> commitment.term().findSaid(pattern).stream())
                .filter(said -> isOfTheUnit(said.matcher(), commitment))
                .findFirst();
        return daily.map(said -> byDay(said, commitment, failures))
                .orElseGet(() -> new Relief(
                        BigDecimal.ZERO, commitment.term().findSaid(OTHERWISE).isPresent(), List.of(), List.of()));
    }

    private static boolean isOfTheUnit(Matcher said, Commitment commitment) {
        return !commitment.isMoney() && CountedUnit.of(said.group("what")).equals(CountedUnit.of(commitment.unit()));
    }

    /** What hindered the seller from delivering the item, as far as events tell. */
    private static List<ContractEvent> failures(Dossier dossier, Commitment commitment, Period year) {
        NameWords item = NameWords.of(commitment.item());
        return dossier.facts().events().stream()
                .filter(event -> year.holds(event.date()))
                .filter(event ->
                        FAILURE.matcher(event.event() + " " + event.subject()).find())
                .filter(event -> item.all().isEmpty()
                        || NameWords.of(event.event() + " " + event.subject() + " " + event.note())
                                .holds(item))
                .toList();
    }

    private static Relief byDay(LeverTerm.Said said, Commitment commitment, List<ContractEvent> failures) {
        boolean full = said.matcher().group("full") != null;
        List<ContractEvent> counted = failures.stream()
                .filter(event -> !full
                        || !PART.matcher(event.subject() + " " + event.note()).find())
                .toList();
        boolean unclear = counted.stream()
                .anyMatch(event ->
                        SEVERAL.matcher(event.subject() + " " + event.note()).find());
        long days = counted.stream()
                .map(ContractEvent::date)
                .collect(Collectors.toSet())
                .size();
        BigDecimal each = new BigDecimal(said.matcher().group("each").replace(",", ""));
        BigDecimal amount = each.multiply(BigDecimal.valueOf(days));
        if (unclear || days == 0) {
            return new Relief(BigDecimal.ZERO, unclear, List.of(), List.of());
        }
        BigDecimal left = commitment.minimum().subtract(amount);
        return new Relief(
                amount,
                false,
                List.of(
                        new Derivation(
                                Operation.PRODUCT,
                                List.of(
                                        said.input("the minimum falls for each day by", each.toPlainString()),
                                        new Input("days without supply", Long.toString(days), null)),
                                amount.toPlainString()),
                        new Derivation(
                                Operation.DIFFERENCE,
                                List.of(
                                        commitment
                                                .term()
                                                .input(
                                                        "minimum",
                                                        commitment.minimum().toPlainString()),
                                        new Input("it falls by", amount.toPlainString(), null)),
                                left.toPlainString())),
                counted.stream()
                        .map(event -> event.kind().label() + ":" + event.id())
                        .toList());
    }
}

package io.recital.models.ledger.measure;

import io.recital.models.evidence.Citation;
import io.recital.models.family.FamilyMember;
import io.recital.models.ledger.Dossier;
import io.recital.models.wording.StatedMoney;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The sum that a contract sets for computing credits, whatever is invoiced: {@code for the purpose of credits the monthly fee is
 * GBP 4,680}.
 *
 * @param stated the words that set it
 */
record FixedFee(Money sum, Citation stated) {
    private static final Pattern PURPOSE = Pattern.compile(
            "\\b(?:for\\s+(?:the\\s+)?(?:sole\\s+)?purposes?\\s+of|for|when|in)\\s+(?:(?:calculat|comput|determin)ing\\s+|the\\s+(?:calculation|computation)\\s+of\\s+)?(?:(?:these|such|the|any|all|a)\\s+)?(?:service\\s+)?(?:credits?|reductions?|deductions?|abatements?|rebates?)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What is set for a fee on a day; empty where nothing is, or several sums are. */
    static Optional<FixedFee> find(FeeBase base, Dossier dossier, LocalDate day) {
        Pattern sets = Pattern.compile(
                Pattern.quote(base.name())
                        + "\\s+(?:is|shall\\s+be|amounts\\s+to|is\\s+(?:deemed|taken|set|fixed)(?:\\s+(?:to\\s+be|as|at))?)\\s+(?<sum>"
                        + StatedMoney.REGEX + ")",
                Pattern.CASE_INSENSITIVE);
        List<FixedFee> found = dossier.family().inForce(day).stream()
                .flatMap(member -> words(member)
                        .filter(words -> PURPOSE.matcher(words.quote()).find())
                        .flatMap(words ->
                                sum(sets.matcher(words.quote()), member).map(sum -> new FixedFee(sum, words)).stream()))
                .toList();
        return found.stream().map(FixedFee::sum).distinct().count() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Stream<Citation> words(FamilyMember member) {
        return Stream.concat(
                member.findings().stream().flatMap(finding -> finding.citations().stream()),
                member.beside().sentences().stream());
    }

    private static Optional<Money> sum(Matcher sets, FamilyMember member) {
        return sets.find()
                ? StatedMoney.of(sets.group("sum"), member.dollar()).map(money -> money.toMoney(RoundingMode.HALF_UP))
                : Optional.empty();
    }
}

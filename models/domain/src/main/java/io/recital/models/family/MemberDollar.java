package io.recital.models.family;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.Finding;
import io.recital.models.finding.StatedSums;
import io.recital.models.wording.DollarCountry;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Which dollar a contract means by the sign alone: that in which its findings state the sums that stand in it so. */
final class MemberDollar {
    private static final Pattern SIGN = Pattern.compile("(?<![\\p{L}.])\\$|\\bdollars?\\b");
    private static final Set<CurrencyUnit> DOLLARS =
            Arrays.stream(DollarCountry.values()).map(DollarCountry::dollar).collect(Collectors.toSet());

    private MemberDollar() {}

    static CurrencyUnit of(FamilyMember member) {
        return member.findings().stream()
                .filter(finding -> finding.citations().stream()
                        .map(Citation::quote)
                        .anyMatch(quote -> SIGN.matcher(quote).find()))
                .map(Finding::content)
                .flatMap(content -> StatedSums.currencies(content).stream())
                .filter(DOLLARS::contains)
                .findFirst()
                .orElse(CurrencyUnit.USD);
    }
}

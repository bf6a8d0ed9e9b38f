package io.recital.models.ledger.measure;

import io.recital.models.clause.Definition;
import io.recital.models.fact.InvoiceLine;
import io.recital.models.fact.Period;
import io.recital.models.ledger.Dossier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That a contract defines the fee of a month or quarter as a part of a yearly one, which is invoiced as a whole.
 *
 * @param whole how the contract calls the yearly fee
 */
record PartOfAYear(String whole, int parts) {
    private static final Pattern PART = Pattern.compile(
            "\\b(?:(?<twelfth>one[- ]twelfth|a\\s+twelfth|1/12(?:th)?|twelfth\\s+part)|(?<quarter>one[- ]quarter|a\\s+quarter|one[- ]fourth|1/4))\\b[^.;]{0,20}?\\bof\\s+(?:the\\s+|its\\s+)?(?<whole>\\p{Lu}[\\p{L}]*(?:\\s+\\p{Lu}\\p{L}*)*)");

    /** What a definition makes of a fee of that name. */
    static Optional<PartOfAYear> find(String name, Dossier dossier) {
        return dossier.family().members().stream()
                .flatMap(member -> member.findDefinition(name).stream())
                .map(Definition::meaning)
                .map(PART::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new PartOfAYear(found.group("whole"), found.group("twelfth") == null ? 4 : 12));
    }

    /** The one line that charges for the year which holds a period. */
    Optional<FeeLines> lines(FeeBase base, List<InvoiceLine> ofContract, Period period) {
        TellingWords name = TellingWords.of(whole).without(Set.of("then"));
        List<InvoiceLine> ofTheYear = ofContract.stream()
                .filter(line -> line.net().signum() > 0
                        && line.service() != null
                        && line.service().holds(period.from())
                        && line.service().holds(period.to())
                        && line.service().days() > 300)
                .filter(line -> TellingWords.of(line.description()).shared(name)
                        == name.all().size())
                .toList();
        return ofTheYear.size() == 1 ? Optional.of(new FeeLines(base, ofTheYear, 0.9, parts, null)) : Optional.empty();
    }
}

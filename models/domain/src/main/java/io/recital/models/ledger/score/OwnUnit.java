package io.recital.models.ledger.score;

import io.recital.models.contract.TenantRole;
import io.recital.models.fact.CompanyName;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.OwnCompanies;
import io.recital.models.finding.TypedValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who of the tenant deals with a counterparty.
 *
 * @param company its own company that signs, or that several do, or that the contracts do not tell
 * @param side on which it stands, or that there are several
 */
record OwnUnit(String company, String side) {
    static final String SEVERAL_COMPANIES = "several own companies";
    static final String NO_COMPANY = "own company not told";
    private static final String SEVERAL_SIDES = "several sides";

    static OwnUnit of(ContractFamily family) {
        Map<String, String> companies = new TreeMap<>();
        family.members().stream()
                .flatMap(member -> OwnCompanies.signing(member).stream())
                .map(TypedValue.Party::name)
                .forEach(name -> companies.putIfAbsent(key(name), name.strip()));
        List<String> sides = family.members().stream()
                .map(member -> member.contract().role())
                .filter(role -> role != TenantRole.UNKNOWN)
                .map(role -> "as " + role.name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new OwnUnit(
                oneOf(List.copyOf(companies.values()), NO_COMPANY, SEVERAL_COMPANIES),
                oneOf(sides, "side not told", SEVERAL_SIDES));
    }

    private static String oneOf(List<String> found, String none, String several) {
        return found.isEmpty() ? none : found.size() == 1 ? found.get(0) : several;
    }

    /** The same for the same company, however its legal form is written. */
    String companyKey() {
        return key(company);
    }

    private static String key(String name) {
        CompanyName company = CompanyName.of(name);
        return company.words().stream().collect(Collectors.joining(" ", "", " " + company.form()));
    }

    /** Whether one of the tenant's companies is known to deal with the counterparty alone. */
    boolean isOneCompany() {
        return !company.equals(SEVERAL_COMPANIES) && !company.equals(NO_COMPANY);
    }
}

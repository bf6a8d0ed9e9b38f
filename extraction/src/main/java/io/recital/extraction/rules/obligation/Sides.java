package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.party.PartyRole;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a contract, as its terms call them: who performs and who pays.
 *
 * @param performer such as {@code Supplier}, {@code Licensor}, {@code we}
 * @param payer such as {@code Customer}, {@code Licensee}, {@code you}
 * @param licence whether the payer reports what it owes, as under a licence
 */
record Sides(String performer, String payer, boolean licence) {
    /** The sides of a contract with one name for each of two parties; empty when the names do not tell. */
    static Optional<Sides> of(List<String> names) {
        if (names.size() != 2) {
            return Optional.empty();
        }
        @Nullable PartyRole first = PartyRole.ofAlias(names.get(0)).orElse(null);
        @Nullable PartyRole second = PartyRole.ofAlias(names.get(1)).orElse(null);
        if (isPerformerOf(first, second)) {
            return Optional.of(
                    new Sides(names.get(0), names.get(1), first == PartyRole.LICENSOR || second == PartyRole.LICENSEE));
        }
        if (isPerformerOf(second, first)) {
            return Optional.of(
                    new Sides(names.get(1), names.get(0), second == PartyRole.LICENSOR || first == PartyRole.LICENSEE));
        }
        return Optional.empty();
    }

    /** The sides as the wording tells them: who is said to pay more often, and to perform less, is the payer. */
    static Optional<Sides> ofWording(String text, List<String> names) {
        if (names.size() != 2) {
            return Optional.empty();
        }
        int first = payments(text, names.get(0)) - performances(text, names.get(0));
        int second = payments(text, names.get(1)) - performances(text, names.get(1));
        if (first == second) {
            return Optional.empty();
        }
        return Optional.of(
                first > second
                        ? new Sides(names.get(1), names.get(0), false)
                        : new Sides(names.get(0), names.get(1), false));
    }

    private static int payments(String text, String name) {
        return count(text, name, "(?:(?:promptly|timely)\\s+)?(?:pays?|reimburses?|purchases?|order)");
    }

    private static int performances(String text, String name) {
        return count(
                text,
                name,
                "(?:provide|deliver|supply|perform|install|ship|manufacture|maintain|host|develop|furnish|invoice)");
    }

    private static int count(String text, String name, String verbs) {
        return (int) Pattern.compile(
                        "\\b" + Pattern.quote(name) + "\\s+(?:(?:shall|will|must)\\s+)?" + verbs + "\\b",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .count();
    }

    private static boolean isPerformerOf(@Nullable PartyRole one, @Nullable PartyRole other) {
        return performs(one) ? !performs(other) : pays(other) && !pays(one);
    }

    private static boolean performs(@Nullable PartyRole role) {
        return role == PartyRole.SUPPLIER || role == PartyRole.LICENSOR;
    }

    private static boolean pays(@Nullable PartyRole role) {
        return role == PartyRole.CUSTOMER || role == PartyRole.LICENSEE;
    }
}

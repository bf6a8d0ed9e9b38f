package io.recital.models.ledger.lever;

import io.recital.models.evidence.Citation;
import io.recital.models.family.FamilyMember;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers by which a price list calls an item: they stand on the row of its name, and invoices bear little else. */
public final class ItemCodes {
    /** Letters and figures in one piece, or letters, a mark and figures; no quantity, measure or sum. */
    private static final Pattern CODE =
            Pattern.compile("(?=.*\\d)(?=.*\\p{Lu})[\\p{Lu}\\d]+(?:[-./ ][\\p{Lu}\\d]+){0,3}|\\p{Lu}{2,}-\\p{Lu}{2,}");

    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private ItemCodes() {}

    /** Those on the row of a document's table in which a name stands as a cell of its own; none where several rows have it. */
    public static List<String> of(FamilyMember member, String name) {
        List<List<Citation>> rows = member.beside().rows().stream()
                .filter(row ->
                        row.stream().anyMatch(cell -> inOneLine(cell.quote()).equals(inOneLine(name))))
                .toList();
        return rows.size() != 1
                ? List.of()
                : rows.get(0).stream()
                        .map(cell -> inOneLine(cell.quote()))
                        .filter(quote -> !quote.equals(inOneLine(name)) && isCode(quote))
                        .toList();
    }

    /** The names on the row in which a number stands as a cell of its own. */
    public static List<String> namesOf(FamilyMember member, String code) {
        return member.beside().rows().stream()
                .filter(row ->
                        row.stream().anyMatch(cell -> cell.quote().strip().equalsIgnoreCase(code.strip())))
                .flatMap(List::stream)
                .map(cell -> cell.quote().strip())
                .filter(quote -> quote.length() > 3
                        && !isCode(quote)
                        && quote.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    /** A cell may be broken into lines where it is narrow. */
    private static String inOneLine(String cell) {
        return BREAKS.matcher(cell.strip()).replaceAll(" ");
    }

    private static boolean isCode(String cell) {
        return cell.length() >= 3 && cell.length() <= 20 && CODE.matcher(cell).matches();
    }
}

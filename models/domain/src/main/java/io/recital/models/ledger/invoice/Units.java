package io.recital.models.ledger.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units in which contracts price and invoices count: whether they are of one kind, and how many pieces one is. */
final class Units {
    private static final List<ItemWords> KINDS = List.of(
            ItemWords.of("minute minuten"),
            ItemWords.of("hour hours hr hrs stunde stunden"),
            ItemWords.of("day days tag tage manday personday"),
            ItemWords.of("week weeks woche"),
            ItemWords.of("month months monat monate monthly"),
            ItemWords.of("quarter quarters quartal"),
            ItemWords.of("year years jahr annual yearly annum"),
            ItemWords.of("night nights nacht"),
            ItemWords.of("mile miles"),
            ItemWords.of("km kilometre kilometer"),
            ItemWords.of("lot lump sum flat pauschal pauschale"),
            ItemWords.of("thousand tsd mille"),
            ItemWords.of("kg kilogram"),
            ItemWords.of("tonne ton"),
            ItemWords.of("litre liter"),
            ItemWords.of("instalment installment"),
            ItemWords.of("pallet palette"));

    private static final ItemWords THOUSANDS = ItemWords.of("thousand tsd mille k");
    private static final Pattern A_THOUSAND = Pattern.compile("\\b1[,.' ]?000\\b");
    private static final Pattern SO_MANY =
            Pattern.compile("^\\W*(?:per\\s+)?(?<many>\\d{1,3}(?:[,.]\\d{3})*|\\d+)\\s+\\p{L}");

    private Units() {}

    /** Whether both are units that are known, and none of them the same. */
    static boolean conflict(String invoiced, String agreed) {
        List<ItemWords> one = kinds(invoiced);
        List<ItemWords> two = kinds(agreed);
        return !one.isEmpty() && !two.isEmpty() && one.stream().noneMatch(two::contains);
    }

    private static List<ItemWords> kinds(String unit) {
        ItemWords words = ItemWords.of(unit);
        return KINDS.stream().filter(kind -> kind.share(words)).toList();
    }

    /** How many pieces one unit is: 1,000 for a thousand, 100 for {@code 100 pcs}, or else 1. */
    static BigDecimal pieces(String unit) {
        Matcher many = SO_MANY.matcher(unit);
        if (isThousands(unit)) {
            return BigDecimal.valueOf(1000);
        }
        return many.find()
                ? new BigDecimal(many.group("many").replaceAll("[,.]", "")).max(BigDecimal.ONE)
                : BigDecimal.ONE;
    }

    static boolean isThousands(String unit) {
        return ItemWords.of(unit).share(THOUSANDS) || A_THOUSAND.matcher(unit).find();
    }
}

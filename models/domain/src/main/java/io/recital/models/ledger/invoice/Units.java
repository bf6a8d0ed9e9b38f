package io.recital.models.ledger.invoice;

import java.util.List;

/** Whether an invoice counts in the unit that the contract's price is for. */
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
}

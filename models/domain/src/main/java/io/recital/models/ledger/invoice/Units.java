package io.recital.models.ledger.invoice;

import java.util.List;

/** Whether an invoice counts in the unit that the contract's price is for. */
final class Units {
    private static final List<Words> KINDS = List.of(
            Words.of("minute minuten"),
            Words.of("hour hours hr hrs stunde stunden"),
            Words.of("day days tag tage manday personday"),
            Words.of("week weeks woche"),
            Words.of("month months monat monate monthly"),
            Words.of("quarter quarters quartal"),
            Words.of("year years jahr annual yearly annum"),
            Words.of("night nights nacht"),
            Words.of("mile miles"),
            Words.of("km kilometre kilometer"),
            Words.of("lot lump sum flat pauschal pauschale"),
            Words.of("thousand tsd mille"),
            Words.of("kg kilogram"),
            Words.of("tonne ton"),
            Words.of("litre liter"),
            Words.of("instalment installment"),
            Words.of("pallet palette"));

    private Units() {}

    /** Whether both are units that are known, and none of them the same. */
    static boolean conflict(String invoiced, String agreed) {
        List<Words> one = kinds(invoiced);
        List<Words> two = kinds(agreed);
        return !one.isEmpty() && !two.isEmpty() && one.stream().noneMatch(two::contains);
    }

    private static List<Words> kinds(String unit) {
        Words words = Words.of(unit);
        return KINDS.stream().filter(kind -> kind.share(words)).toList();
    }
}

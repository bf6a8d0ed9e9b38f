package io.recital.retrieval.performance;

import io.recital.models.ledger.LeakageClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** By which words people ask for each class of money. */
final class MoneySorts {
    private static final Map<LeakageClass, Pattern> SORTS = new EnumMap<>(
            Map.of(
                    LeakageClass.RECOVERABLE_OVERPAYMENT,
                    words(
                            "over(?:charg|bill|pa)\\w*|too (?:much|high|many)|above the|twice|duplicate|double|surcharges?"
                                    + "|wrong|more \\w+ than|should not have"),
                    LeakageClass.UNCLAIMED_ENTITLEMENT,
                    words(
                            "claim\\w*|unclaimed|credits?|rebates?|damages|deduct\\w*|owed|owing|discounts?|get (?:back|our)|earn\\w*"),
                    LeakageClass.AVOIDABLE_MISSED_SAVING,
                    words("on the table|miss\\w* .*discounts?|discounts? .*miss\\w*|sav(?:e|ed|ings?)"),
                    LeakageClass.EXPOSURE,
                    words(
                            "(?:do|did|must|should|will) we (?:still )?(?:owe|pay)|we (?:still )?owe|cost us|on course|exposed?|exposure"),
                    LeakageClass.UNDER_BILLING,
                    words(
                            "(?:did|have|do|can) we (?:still )?(?:bill|invoice|charge)\\w*|under-?(?:bill|charg|paid)\\w*|too (?:little|low)")));
    private static final Pattern MONEY = words(
            "how much|how many (?:pounds|dollars|euros?)|what (?:can|could|do|does|did|is|has|have) .*"
                    + "(?:claim|deduct|owe|owed|owing|recover|cost|unclaimed|overcharg\\w*|underbill\\w*|worth)|total|in all|which \\S+ .*(?:claim|overcharg\\w*)");

    private MoneySorts() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?i)\\b(?:" + alternatives + ")\\b");
    }

    /** The classes asked for; empty when the question names none. */
    static Set<LeakageClass> in(String question) {
        return SORTS.entrySet().stream()
                .filter(sort -> sort.getValue().matcher(question).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a sum is asked for rather than whether something is right. */
    static boolean isAskedFor(String question) {
        return MONEY.matcher(question).find();
    }
}

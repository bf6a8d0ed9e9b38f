package io.recital.extraction.rules.value;

import io.recital.models.finding.TypedValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads percentages: {@code 99.9%}, {@code ninety-five percent (95%)}, {@code 150 basis points}. */
public final class PercentParser implements ValueParser {
    private static final String SIGN =
            "(?:%|percent(?:age\\s+points?)?(?![a-z])|per\\s+cent(?:um)?(?![a-z])|basis\\s+points?(?![a-z])|bps(?![a-z]))";
    private static final String NUMBER = "(?:" + Numeral.FIGURES + ")";
    private static final Pattern PERCENT = Pattern.compile(
            "(?<words>" + NumberWords.REGEX + ")\\s*+-?+\\s*+(?<s1>" + SIGN + ")?+\\s*+(?:[(\\[]\\s*(?<pair>" + NUMBER
                    + ")\\s*(?<s2>" + SIGN + ")?\\s*[)\\]])?\\s*(?<s3>" + SIGN + ")?|"
                    + Numeral.START + "(?<figures>" + NUMBER + ")\\s*-?\\s*(?<s4>" + SIGN
                    + ")(?:\\s*[(\\[]\\s*(?<pairwords>" + NumberWords.REGEX + ")\\s*(?:" + SIGN + ")?\\s*[)\\]])?|"
                    + "(?<redaction>" + Redaction.REGEX + ")\\s*(?<s5>" + SIGN + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HINT = Pattern.compile("%|cent|basis|bps", Pattern.CASE_INSENSITIVE);

    @Override
    public List<ValueMatch> findAll(String text) {
        if (!HINT.matcher(text).find()) {
            return List.of();
        }
        List<ValueMatch> matches = new ArrayList<>();
        Matcher matcher = PERCENT.matcher(text);
        while (matcher.find()) {
            @Nullable String sign = signOf(matcher);
            if (sign != null) {
                valueOf(matcher, sign)
                        .ifPresent(value -> matches.add(new ValueMatch(matcher.start(), end(matcher), value)));
            }
        }
        return matches;
    }

    private static int end(Matcher matcher) {
        int end = matcher.end();
        while (end > matcher.start() && Character.isWhitespace(matcher.group().charAt(end - matcher.start() - 1))) {
            end--;
        }
        return end;
    }

    private static @Nullable String signOf(Matcher matcher) {
        for (String group : List.of("s1", "s2", "s3", "s4", "s5")) {
            String sign = matcher.group(group);
            if (sign != null) {
                return sign;
            }
        }
        return null;
    }

    private static Optional<TypedValue> valueOf(Matcher matcher, String sign) {
        String lower = sign.toLowerCase(Locale.ROOT);
        boolean basisPoints = lower.startsWith("basis") || lower.startsWith("bps");
        return Numeral.of(matcher)
                .as(number -> Optional.of(new TypedValue.Percent(basisPoints ? hundredth(number) : number)));
    }

    private static BigDecimal hundredth(BigDecimal number) {
        BigDecimal value = number.movePointLeft(2).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}

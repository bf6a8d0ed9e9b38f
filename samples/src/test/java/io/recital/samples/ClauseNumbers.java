package io.recital.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a source's clauses in their order: 7, § 7, Article VII, 7.2, 7.02 and Section 7.02. */
final class ClauseNumbers {
    private static final Pattern NUMBER = Pattern.compile(
            "(?:§ ?|(?i:Article|Section) )?(?:(\\d+)(?:\\.(\\d+))?|([IVXLC]+))(?:\\.\\d+)*[.:]?(?: [–—])?");

    private ClauseNumbers() {}

    /** "9.3 after 9.1" wherever a number is not the next one. */
    static List<String> gaps(SourceDocument source) {
        List<String> gaps = new ArrayList<>();
        String previous = "0";
        for (Block block : source.blocks()) {
            String printed = printed(block);
            Matcher number = NUMBER.matcher(printed);
            if (number.matches()) {
                String next = number.group(3) == null ? number.group(1) : "" + roman(number.group(3));
                next += number.group(2) == null ? "" : "." + Integer.parseInt(number.group(2));
                if (!isNext(previous, next)) {
                    gaps.add(printed + " after " + previous);
                }
                previous = next;
            }
        }
        return gaps;
    }

    private static String printed(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.number();
        }
        return block instanceof Block.Paragraph paragraph && !paragraph.marker().startsWith("(")
                ? paragraph.marker()
                : "";
    }

    /** 7.2 is followed by 7.3, 8, or 1 where a schedule begins; 8 by 8.1 or 9. */
    private static boolean isNext(String previous, String number) {
        int major = Integer.parseInt(previous.split("\\.")[0]);
        int minor = previous.contains(".") ? Integer.parseInt(previous.split("\\.")[1]) : 0;
        return List.of(major + "." + (minor + 1), "" + (major + 1), "1").contains(number);
    }

    private static int roman(String numeral) {
        String numerals = "ivxlc";
        int[] worth = {1, 5, 10, 50, 100};
        int sum = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = worth[numerals.indexOf(numeral.toLowerCase(Locale.ROOT).charAt(i))];
            boolean before = i + 1 < numeral.length()
                    && worth[numerals.indexOf(numeral.toLowerCase(Locale.ROOT).charAt(i + 1))] > digit;
            sum += before ? -digit : digit;
        }
        return sum;
    }
}

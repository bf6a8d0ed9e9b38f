package io.recital.models.ledger.stated;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.Finding;
import io.recital.models.wording.SpelledNumber;
import io.recital.models.wording.StatedDay;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as a contract or a note writes it.
 *
 * @param number what it comes to; of a day the days since 1970
 * @param shown for a reader
 */
record WrittenFigure(BigDecimal number, String shown) {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,'’ \\u00a0]*\\d|\\d");
    private static final Pattern DAY = Pattern.compile(StatedDay.REGEX, Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What is written; refuses what is no figure, or another than the one that is stated beside it. */
    static WrittenFigure of(CheckInput.Written input) {
        if (input.value() == null) {
            return read(input.written())
                    .orElseThrow(
                            () -> new IllegalArgumentException(
                                    "“" + input.written() + "” of the input “" + input.name()
                                            + "” is no figure and no day with its year that can be read: quote more of it, or state its value beside it"));
        }
        String figures = digits(input.written());
        if (!figures.isEmpty() && !figures.contains(digits(input.value()))) {
            throw new IllegalArgumentException(
                    "“" + input.written() + "” does not say " + input.value().toPlainString());
        }
        return new WrittenFigure(input.value(), input.value().toPlainString());
    }

    /** The day or number that some words say; empty where they say none, or a day without its year. */
    static Optional<WrittenFigure> read(String words) {
        Matcher day = DAY.matcher(words);
        if (day.find()) {
            return StatedDay.parse(day.group())
                    .map(on -> new WrittenFigure(BigDecimal.valueOf(on.toEpochDay()), on.toString()));
        }
        return MONTH.matcher(words).find()
                ? Optional.empty()
                : number(words).map(number -> new WrittenFigure(number, number.toPlainString()));
    }

    private static String digits(BigDecimal value) {
        return digits(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
                .replaceFirst("0+$", "");
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    private static Optional<BigDecimal> number(String written) {
        Matcher figure = FIGURE.matcher(written);
        if (!figure.find()) {
            return SpelledNumber.parse(
                            written.replaceAll("(?i)\\b(?:percent|per cent|days?|months?|weeks?|years?)\\b", " ")
                                    .strip())
                    .map(BigDecimal::valueOf);
        }
        String number = figure.group().replaceAll("['’ \\u00a0]", "");
        return Optional.of(new BigDecimal(plain(number)));
    }

    /** With the point for the decimals: of two marks the last one stands for them, a single comma before three digits for none. */
    private static String plain(String number) {
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        boolean decimalComma = comma > point && (point >= 0 || !number.matches("\\d{1,3}(,\\d{3})+"));
        String plain = decimalComma ? number.replace(".", "").replace(',', '.') : number.replace(",", "");
        return plain.indexOf('.') == plain.lastIndexOf('.') ? plain : plain.replace(".", "");
    }

    /** The quote that it stands in, and not as a part of another figure. */
    static Optional<Citation> quote(Finding finding, String written) {
        Pattern wanted = Pattern.compile("(?<!\\d|\\d[.,])" + Pattern.quote(squeezed(written)) + "(?!\\d|[.,]\\d)");
        return finding.citations().stream()
                .filter(citation -> wanted.matcher(squeezed(citation.quote())).find())
                .findFirst();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}

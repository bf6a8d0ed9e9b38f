package io.recital.models.ledger.stated;

import io.recital.models.evidence.Citation;
import io.recital.models.finding.CheckInput;
import io.recital.models.finding.Finding;
import io.recital.models.wording.SpelledNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a figure as a contract writes it, and finds the quote in which it stands. */
final class WrittenFigure {
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,'’ \\u00a0]*\\d|\\d");

    private WrittenFigure() {}

    /** What it comes to; refuses what is no figure, or another than the one that is stated beside it. */
    static BigDecimal value(CheckInput.Written input) {
        Optional<BigDecimal> read = read(input.written());
        if (input.value() == null) {
            return read.orElseThrow(() -> new IllegalArgumentException("“" + input.written() + "” of the input “"
                    + input.name() + "” is no figure that can be read: state its value beside it"));
        }
        boolean same = read.isEmpty()
                || digits(input.written()).isEmpty()
                || digits(input.written()).contains(digits(input.value()));
        if (!same) {
            throw new IllegalArgumentException(
                    "“" + input.written() + "” does not say " + input.value().toPlainString());
        }
        return input.value();
    }

    private static String digits(BigDecimal value) {
        return digits(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString())
                .replaceFirst("0+$", "");
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "").replaceFirst("^0+", "");
    }

    private static Optional<BigDecimal> read(String written) {
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

    /** The quote that it stands in. */
    static Optional<Citation> quote(Finding finding, String written) {
        String wanted = squeezed(written);
        List<Citation> citations = finding.citations();
        return citations.stream()
                .filter(citation -> squeezed(citation.quote()).contains(wanted))
                .findFirst();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}

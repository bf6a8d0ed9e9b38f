package io.recital.models.ledger.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of a formula as a clause writes it: a fixed share, and shares that follow a symbol each. Read to the last sign
 * or not at all.
 */
record FormulaTerms(BigDecimal fixed, List<Term> terms) {
    /**
     * A share that follows an index.
     *
     * @param then the symbol of its first value, or that value in figures
     */
    record Term(BigDecimal weight, String now, String then) {}

    private static final String NUMBER = "\\d*[.,]?\\d+(?:[.,]\\d+)*";
    private static final String SYMBOL = "\\p{Lu}\\p{L}{0,5}_?\\d?(?:\\([01t]\\))?";
    private static final String TOKEN =
            "(?:" + NUMBER + "|" + SYMBOL + "|[+×*·∙⋅/÷()\\[\\]–−-]|x(?=[\\s\\d(\\[\\p{Lu}]))";
    private static final Pattern TOKENS = Pattern.compile(TOKEN);
    private static final Pattern FORMULA = Pattern.compile("=\\s*(?<sum>" + TOKEN + "(?:\\s*" + TOKEN + ")+)");
    /** {@code (S - S0) / S0}: by how much it has changed. */
    private static final Pattern CHANGE = Pattern.compile(
            "[(\\[]\\s*(?<now>" + SYMBOL + ")\\s*[–−-]\\s*(?<then>" + SYMBOL + ")\\s*[)\\]]\\s*[/÷]\\s*\\k<then>");
    /** The base price before the bracket. */
    private static final Pattern BASE_PRICE =
            Pattern.compile("^(?:" + SYMBOL + "\\s*){1,3}[×x*·∙⋅]?\\s*(?=[(\\[].*[)\\]]$)");
    /** … or before one share: {@code P0 × G / G0}. */
    private static final Pattern FACTOR_OF_ONE =
            Pattern.compile("^(?:Base\\s+Price|Price|P_?[0o])\\s*[×x*·∙⋅]\\s*(?=" + SYMBOL + "\\s*[/÷])");

    private static final Pattern MULTIPLIED = Pattern.compile(
            "(?i)\\b(?:multiplied\\s+by|times|in\\s+the\\s+ratio\\s+of|by\\s+the\\s+ratio\\s+of)\\s+(?<index>[^.;,]{5,120}?),?\\s+(?:and\\s+)?(?:divided\\s+by|to)\\s+(?:its\\s+(?:base\\s+|starting\\s+|first\\s+)?value\\s+of\\s+)?(?<base>"
                    + NUMBER + ")\\b");
    /** By which a formula in words calls its index. */
    static final String IN_WORDS = "index";

    FormulaTerms {
        terms = List.copyOf(terms);
    }

    /** The terms of a formula that a text writes, whose signs are normalised. */
    static Optional<FormulaTerms> of(String words) {
        Matcher formula = FORMULA.matcher(words);
        while (formula.find()) {
            Optional<FormulaTerms> read = sum(formula.group("sum").strip());
            if (read.isPresent()) {
                return read;
            }
        }
        Matcher multiplied = MULTIPLIED.matcher(words);
        return multiplied.find()
                ? Optional.of(new FormulaTerms(
                        BigDecimal.ZERO, List.of(new Term(BigDecimal.ONE, IN_WORDS, multiplied.group("base")))))
                : Optional.empty();
    }

    /** What a formula in words calls its index. */
    static String indexInWords(String words) {
        Matcher multiplied = MULTIPLIED.matcher(words);
        return multiplied.find() ? multiplied.group("index") : "";
    }

    private static Optional<FormulaTerms> sum(String written) {
        String sum = BASE_PRICE.matcher(written).replaceFirst("");
        sum = FACTOR_OF_ONE.matcher(sum).replaceFirst("");
        sum = isBracketed(sum) ? sum.substring(1, sum.length() - 1) : sum;
        sum = CHANGE.matcher(sum).replaceAll("${now} / ${then} / 0");
        BigDecimal fixed = BigDecimal.ZERO;
        List<Term> terms = new ArrayList<>();
        for (String part : parts(sum)) {
            Optional<Factors> factors = Factors.of(part);
            if (factors.isEmpty()) {
                return Optional.empty();
            }
            Factors term = factors.get();
            if (term.now().isEmpty()) {
                fixed = fixed.add(term.weight());
            } else {
                terms.add(new Term(term.weight(), term.now(), term.then()));
                fixed = term.isChange() ? fixed.subtract(term.weight()) : fixed;
            }
        }
        BigDecimal all = terms.stream().map(Term::weight).reduce(fixed, BigDecimal::add);
        return terms.isEmpty() || all.compareTo(BigDecimal.ONE) != 0
                ? Optional.empty()
                : Optional.of(new FormulaTerms(fixed, terms));
    }

    private static boolean isBracketed(String sum) {
        if (!sum.matches("^[(\\[].*[)\\]]$")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < sum.length() - 1; i++) {
            depth += "([".indexOf(sum.charAt(i)) >= 0 ? 1 : ")]".indexOf(sum.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    /** The summands; a sum within brackets stays whole, and is then understood by nobody. */
    private static List<String> parts(String sum) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < sum.length(); i++) {
            char c = sum.charAt(i);
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0 && c == '+') {
                parts.add(sum.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(sum.substring(start));
        return parts;
    }

    /** A product of a number and at most one symbol, over at most one other or a number. */
    private record Factors(BigDecimal weight, String now, String then, boolean isChange) {
        static Optional<Factors> of(String part) {
            BigDecimal weight = BigDecimal.ONE;
            String now = "";
            String then = "";
            boolean over = false;
            boolean change = false;
            Matcher tokens = TOKENS.matcher(part);
            int end = 0;
            while (tokens.find()) {
                String token = tokens.group();
                boolean known = part.substring(end, tokens.start()).isBlank() && !token.matches("[+–−-]");
                end = tokens.end();
                boolean number = Character.isDigit(token.charAt(token.length() - 1)) && token.matches(NUMBER);
                boolean symbol = Character.isUpperCase(token.charAt(0));
                if (!known || (symbol && over && !then.isEmpty()) || (symbol && !over && !now.isEmpty())) {
                    return Optional.empty();
                }
                if (token.matches("[/÷]")) {
                    over = true;
                } else if (token.matches("[×x*·∙⋅]")) {
                    over = false;
                } else if (number && over) {
                    change = change || token.equals("0");
                    then = then.isEmpty() ? token : then;
                } else if (number) {
                    weight = weight.multiply(number(token));
                } else if (symbol && over) {
                    then = token;
                } else if (symbol) {
                    now = token;
                }
            }
            boolean whole = part.substring(end).isBlank() && now.isEmpty() == then.isEmpty();
            return whole && end > 0 ? Optional.of(new Factors(weight, now, then, change)) : Optional.empty();
        }
    }

    static BigDecimal number(String written) {
        return new BigDecimal(
                written.matches(".*,\\d{3}(?:\\.\\d+)?") && !written.startsWith("0,")
                        ? written.replace(",", "")
                        : written.replace(',', '.'));
    }

    /** Whether a first value is given in figures. */
    static boolean isNumber(String then) {
        return then.matches(NUMBER);
    }
}

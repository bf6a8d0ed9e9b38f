package io.recital.models.ledger.spend;

import io.recital.models.ledger.lever.NameWords;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a contract lets be deducted from gross sales before a royalty is computed: {@code less (a) freight and (b) returns, the
 * latter not to exceed 3 % of the gross amount}.
 *
 * @param parts what may be deducted, one by one
 * @param isClosed whether the contract says that nothing else is
 */
record Deductions(List<String> parts, boolean isClosed) {
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:less|minus|after\\s+deduct\\w*(?:\\s+of)?|after\\s+the\\s+deduction\\s+of|deducting|net\\s+of|reduced\\s+by|excluding)\\b(?<what>[^;]*?)(?:\\.(?=\\s|$)|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern APART = Pattern.compile(
            "\\(\\s*(?:[a-z]|[ivx]+)\\s*\\)|;|,\\s*(?:and\\s+)?less\\b|,\\s*+(?:and\\s+)?+(?!(?:the\\s+latter|such|not|up\\s+to|which|limited|each)\\b)");
    private static final Pattern CLOSED = Pattern.compile(
            "\\bno\\s+other\\s+deduction|\\bonly\\s+(?:deduction|the\\s+following)|\\bno\\s+(?:further|additional)\\s+deduction|\\b(?:is|are)\\s+not\\s+deducted|\\b(?:shall|may)\\s+not\\s+be\\s+deducted|\\bwithout\\s+(?:any\\s+)?(?:other\\s+|further\\s+)?deduction|\\bnothing\\s+else\\s+is\\s+deducted",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CAP = Pattern.compile(
            "\\b(?:not\\s+(?:to\\s+)?exceed(?:ing)?|up\\s+to|limited\\s+to|(?:no|not)\\s+more\\s+than|(?:a\\s+)?maximum\\s+of|at\\s+most|capped\\s+at)\\s+(?:[\\p{L}-]+\\s+(?:per\\s?cent|percent)\\s*\\(\\s*)?(?<percent>\\d+(?:\\.\\d+)?)\\s*(?:%|per\\s?cent|percent)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:aggregate|together|in\\s+total|all\\s+deductions|total\\s+deductions|sum\\s+of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SAID_OF_ALL = NameWords.of(
                    "credit credits deducted deduction amount total statement reported granted given goods product products sales actually")
            .all();
    private static final int STEM = 5;

    Deductions {
        parts = List.copyOf(parts);
    }

    /** What a definition lets be deducted; nothing where it says nothing of deductions. */
    static Deductions in(String definition) {
        List<String> parts = LESS.matcher(definition)
                .results()
                .flatMap(found -> Stream.of(APART.split(found.group(1))))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return new Deductions(parts, CLOSED.matcher(definition).find());
    }

    /** The part that allows what is called so; empty where none does. */
    Optional<String> find(NameWords called) {
        Set<String> words = new LinkedHashSet<>(called.all());
        words.removeAll(SAID_OF_ALL);
        return parts.stream()
                .filter(part -> !words.isEmpty() && words.stream().allMatch(word -> isIn(word, NameWords.of(part))))
                .findFirst();
    }

    private static boolean isIn(String word, NameWords part) {
        return part.all().stream().anyMatch(other -> stem(other).equals(stem(word)));
    }

    private static String stem(String word) {
        String low = word.toLowerCase(Locale.ROOT);
        return low.length() > STEM ? low.substring(0, STEM) : low;
    }

    /** Most that a part may come to, in percent of the gross sales. */
    static Optional<BigDecimal> cap(String part) {
        Matcher cap = CAP.matcher(part);
        return cap.find() ? Optional.of(new BigDecimal(cap.group("percent"))) : Optional.empty();
    }

    /** Whether some limit is for several of them together, which is not understood part by part. */
    boolean isLimitedTogether() {
        return parts.stream()
                .anyMatch(part -> TOGETHER.matcher(part).find() && cap(part).isPresent());
    }
}

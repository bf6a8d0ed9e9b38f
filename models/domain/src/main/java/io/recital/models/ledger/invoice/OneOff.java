package io.recital.models.ledger.invoice;

import io.recital.models.evidence.Citation;
import io.recital.models.evidence.CitationRole;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is paid once, such as an installation, beside what the same thing costs every month. */
final class OneOff {
    private static final Pattern ONCE = Pattern.compile(
            "(?i)\\binstall|\\bset[- ]?up\\b|\\bactivation|\\bone[- ]?(?:off|time)\\b|\\bnon-?recurring|\\bNRC\\b|\\bOTC\\b|\\binitial\\s+(?:charge|fee)|\\bjoining\\b|\\bconnection\\s+(?:charge|fee)|\\bon-?boarding|\\bcommissioning|\\bimplementation|\\bde-?installation|\\bonce\\b");

    private OneOff() {}

    /** Whether the column of a price, and not the name of its item, says that it is paid once. */
    static boolean isPriceOf(AgreedPrice price) {
        String headers = price.source().finding().citations().stream()
                .filter(citation -> citation.role() == CitationRole.TABLE_HEADER)
                .map(Citation::quote)
                .collect(Collectors.joining(" "));
        return ONCE.matcher(price.unit() + " " + headers).find() && !isSaidIn(String.join(" ", price.names()));
    }

    static boolean isSaidIn(String words) {
        return ONCE.matcher(words).find();
    }
}

package io.recital.models.finding;

import java.util.Locale;

/** The contract facts that are extracted. */
public enum FactType {
    TITLE,
    DOCUMENT_TYPE,
    PARTY,
    AGREEMENT_DATE,
    EFFECTIVE_DATE,
    EXPIRATION_DATE,
    RENEWAL,
    NOTICE_PERIOD,
    GOVERNING_LAW,
    CONTRACT_VALUE;

    /** In lower case with hyphens, such as {@code governing-law}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

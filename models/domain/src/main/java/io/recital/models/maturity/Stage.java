package io.recital.models.maturity;

import java.util.Locale;

/** The four stages of contract performance maturity, lowest first. */
public enum Stage {
    AD_HOC("Contracts are kept; what comes of them depends on who happens to look."),
    FOUNDATIONAL("Contracts are found and typed, duties have owners, and some of what was promised is measured."),
    INTEGRATED("Promises are held against what was delivered and invoiced as a matter of routine, across systems."),
    STRATEGIC("What contracts achieve decides what is bought, renewed and negotiated next.");

    private final String meaning;

    Stage(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence on what an organisation at this stage does. */
    public String meaning() {
        return meaning;
    }

    /** With a capital and blanks, such as {@code Ad Hoc}. */
    public String display() {
        return this == AD_HOC
                ? "Ad Hoc"
                : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}

package io.recital.extraction.rules.obligation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which party a mention in a sentence means: a pronoun the party before it, {@code neither party} each of them. */
final class Subjects {
    private static final Pattern NEITHER = Pattern.compile("\\bneither\\s+$", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<PartyMention> mentions;
    private final @Nullable Subject before;

    /** @param before the party that the sentence before is about; null when it is about none */
    Subjects(String text, List<PartyMention> mentions, @Nullable Subject before) {
        this.text = text;
        this.mentions = mentions;
        this.before = before;
    }

    /** Whether a pronoun has a party before it to stand for; nobody else is left open. */
    boolean isKnown(PartyMention mention) {
        return mention.sort() != PartyMention.Sort.PRONOUN
                || antecedent(mention).isPresent()
                || before != null;
    }

    private Optional<PartyMention> antecedent(PartyMention pronoun) {
        return mentions.stream()
                .filter(other -> other.end() <= pronoun.start() && other.sort() != PartyMention.Sort.PRONOUN)
                .findFirst();
    }

    Subject of(PartyMention mention) {
        double sure =
                switch (mention.sort()) {
                    case DEFINED, GROUP, NONE -> 1.0;
                    case PERSON -> 0.97;
                    case ROLE -> 0.95;
                    case STAFF, PRONOUN -> 0.85;
                };
        if (mention.sort() == PartyMention.Sort.PRONOUN) {
            return antecedent(mention)
                    .map(party -> new Subject(plain(party), term(party), false, sure))
                    .orElseGet(() -> before != null
                            ? before.lessSure(0.9)
                            : new Subject(mention.words(), mention.words(), false, 0.4));
        }
        boolean none = mention.sort() == PartyMention.Sort.NONE
                || NEITHER.matcher(text.substring(0, mention.start())).find();
        String words = none ? each(plain(mention)) : plain(mention);
        return new Subject(words.replaceFirst("(?i)\\bnor\\b", "and"), term(mention), none, sure);
    }

    private static String each(String none) {
        return none.replaceFirst("(?i)^(?:neither|no)\\s+(?:of the\\s+)?part(?:y|ies)", "each party")
                .replaceFirst("(?i)^neither\\s+of\\s+us", "each of us")
                .replaceFirst("(?i)^neither$", "each party");
    }

    private static String plain(PartyMention mention) {
        return mention.words().strip().replaceFirst("^(?:[Tt]he|THE)\\s+", "").replaceAll("\\s+", " ");
    }

    private static String term(PartyMention mention) {
        return plain(mention).replaceFirst("[’']s?\\s+\\w+$", "");
    }
}

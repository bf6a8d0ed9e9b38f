package io.recital.retrieval.portfolio;

import io.recital.retrieval.plan.NameWords;
import io.recital.retrieval.plan.Understanding;
import io.recital.retrieval.words.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a question when the words of its frame are taken out: those that tell one sentence from another. */
final class PortfolioWords {
    private static final Set<String> FRAME = Words.of("""
            which who list show compare comparison comparing differ different difference sort order rank first last
            supplier suppliers vendor vendors counterparty counterparties partner partners contracts agreements portfolio whole entire
            provider providers customer company companies party parties across every each other others side
            longest shortest highest lowest largest smallest biggest greatest latest earliest soonest best worst most least
            give gives given get gets grant grants hold holds owe owes need needs one two three four five six own
            have must may can pls please right term terms overall clause kind sort something anything
            us them they we our ours their how much many fast long soon often than more less longer higher lower
            """);

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int QUALIFIERS = 2;

    private PortfolioWords() {}

    /** The stems that are left, without those of the subject and of names. */
    static Set<String> of(Understanding question, Subject subject) {
        Set<String> words = of(question);
        words.removeAll(Words.of(subject.name()));
        return words;
    }

    /** The stems of the two words before those that name the subject, such as "public" before "liability cover". */
    static Set<String> qualifiers(String question, Subject subject) {
        Matcher matcher = subject.words().matcher(question);
        if (!matcher.find()) {
            return Set.of();
        }
        String[] before = BLANKS.split(question.substring(0, matcher.start()).strip());
        Set<String> qualifiers = new HashSet<>();
        for (int i = Math.max(0, before.length - QUALIFIERS); i < before.length; i++) {
            qualifiers.addAll(Words.of(before[i]));
        }
        qualifiers.removeAll(FRAME);
        return qualifiers;
    }

    static Set<String> of(Understanding question) {
        Set<String> words = question.askedWords();
        words.removeAll(FRAME);
        question.names().forEach(name -> words.removeAll(Words.of(name)));
        NameWords.capitalised(question.text()).forEach(name -> words.removeAll(Words.of(name)));
        words.removeIf(word -> word.chars().allMatch(Character::isDigit));
        return words;
    }
}

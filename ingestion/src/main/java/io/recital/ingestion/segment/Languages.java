package io.recital.ingestion.segment;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells in which language clauses are written, as ISO 639-1 codes. A clause too short to tell has the language of the
 * clause before it, or of the next one that can be told, or of the document as a whole.
 */
final class Languages {
    static final String UNKNOWN = "und";

    private static final int SAMPLE = 1200;
    private static final int FEWEST_LETTERS = 150;
    private static final int FEWEST_FOREIGN_WORDS = 20;
    private static final int FEWEST_WORDS = 8;
    private static final double CERTAIN = 0.90;
    private static final double ENGLISH_SHARE = 0.20;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "shall", "or", "any", "by", "for", "this", "with", "be", "is", "are", "such",
            "will", "that", "which", "under", "from", "not", "its", "has", "have", "may", "other", "all", "upon",
            "each", "if");
    private static final List<LdLocale> KNOWN = List.of(
                    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "it", "ja", "ko", "nl", "no",
                    "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh-CN")
            .stream()
            .map(LdLocale::fromString)
            .toList();

    private final LanguageDetector detector;

    Languages() {
        try {
            detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .seed(1)
                    .withProfiles(new LanguageProfileReader().readBuiltIn(KNOWN))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The language profiles are missing from the class path", e);
        }
    }

    /** The language of each text, in order. */
    List<String> of(List<String> texts) {
        List<@Nullable String> detected = new ArrayList<>();
        for (String text : texts) {
            detected.add(find(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text));
        }
        String last = detected.stream()
                .filter(language -> language != null)
                .findFirst()
                .orElse(UNKNOWN);
        List<String> languages = new ArrayList<>();
        for (String language : detected) {
            last = language == null ? last : language;
            languages.add(last);
        }
        return languages;
    }

    private @Nullable String find(String text) {
        Matcher words = WORD.matcher(text);
        int count = 0;
        int english = 0;
        int letters = 0;
        while (words.find()) {
            count++;
            letters += words.end() - words.start();
            english += ENGLISH.contains(words.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        if (count >= FEWEST_WORDS && english >= ENGLISH_SHARE * count) {
            return "en";
        }
        if (letters < FEWEST_LETTERS || count < FEWEST_FOREIGN_WORDS) {
            return null;
        }
        List<DetectedLanguage> candidates = detector.getProbabilities(text);
        return candidates.isEmpty() || candidates.get(0).getProbability() < CERTAIN
                ? null
                : candidates.get(0).getLocale().getLanguage();
    }
}

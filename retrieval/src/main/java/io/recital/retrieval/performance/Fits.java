package io.recital.retrieval.performance;

import io.recital.retrieval.words.Rarity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How well each matter fits what a question is about: rare words weigh more, what it is called more than what stands around it. */
final class Fits {
    private static final double LEAST = 0.33;
    private static final double AS_WELL = 0.8;
    private static final double AROUND = 0.5;
    private static final double UNKNOWN = 0.45;
    private static final double FORM = 0.15;
    private static final Pattern OF_RESULTS = Pattern.compile(
            "(?i)\\b(?:me?et|miss(?:ed)?|targets?|uptime|availab\\w*|percent(?:age)?|how did|how (?:was|is|were|good)|how often|worst|level|kpi"
                    + "|good enough|fast enough|enough|performance|below|above)\\b|%");
    private static final double FOUND = 0.1;
    private static final Pattern PAPER_COMES = Pattern.compile(
            "(?i)\\b(?:reports?|certificates?|plans?|statements?|deposits?|forecasts?)\\b.*\\b(?:arrive\\w*|came|come|on time|in time|late|received|"
                    + "delivered|sent|submitted)\\b|\\bwhen did\\b.*\\b(?:reports?|certificates?|plans?|statements?)\\b");
    private static final Pattern OF_PAPERS = Pattern.compile(
            "(?i)\\b(?:reports?|certificates?|plans?|statements?|notices?|duty|duties|deposit\\w*|deliver\\w*|arrive\\w*|came|come|submitted|sent|"
                    + "when did|handed|on time|in time)\\b");

    private final Map<Matter, Double> fits = new HashMap<>();

    Fits(List<Matter> matters, Asking asking) {
        Map<Matter, Set<String>> called = new HashMap<>();
        Map<Matter, Set<String>> around = new HashMap<>();
        Rarity rarity = new Rarity(List.of());
        for (Matter matter : matters) {
            Set<String> names = Meanings.of(matter.called());
            Set<String> others = Meanings.of(matter.around());
            called.put(matter, names);
            around.put(matter, others);
            Set<String> all = new HashSet<>(names);
            all.addAll(others);
            rarity.add(all);
        }
        for (Matter matter : matters) {
            double covered = 0;
            double sum = 0;
            for (String word : asking.subject()) {
                double weight = rarity.weight(word) * (rarity.isKnown(word) ? 1 : UNKNOWN);
                sum += weight;
                covered += weight
                        * (called.getOrDefault(matter, Set.of()).contains(word)
                                ? 1
                                : around.getOrDefault(matter, Set.of()).contains(word) ? AROUND : 0);
            }
            fits.put(
                    matter,
                    sum == 0
                            ? 0
                            : form(matter, asking, covered / sum)
                                    + (covered < LEAST * sum ? 0 : ofItsTime(matter, asking)));
        }
    }

    /** How far the time of a matter is the time asked for: a year is not what a question about a month is after. */
    private static double ofItsTime(Matter matter, Asking asking) {
        if (!(matter instanceof OutcomeMatter outcome)
                || asking.time().isEmpty()
                || outcome.period().isEmpty()) {
            return 0;
        }
        return outcome.period().get().days() > 2 * asking.time().get().days() ? -FORM : FORM;
    }

    private static double form(Matter matter, Asking asking, double fit) {
        boolean paper = asking.says(PAPER_COMES);
        if (matter instanceof MeasureMatter) {
            return paper ? fit - FORM : fit >= LEAST && asking.says(OF_RESULTS) ? fit + FORM : fit;
        }
        if (matter instanceof DutyMatter) {
            return paper ? fit + FORM : asking.says(OF_PAPERS) ? fit : fit - FORM;
        }
        if (matter.isMoney()) {
            return fit >= LEAST && !asking.says(OF_RESULTS) ? fit + FOUND : fit;
        }
        return matter instanceof OutcomeMatter outcome && outcome.isPlain() ? fit - FOUND : fit;
    }

    private double of(Matter matter) {
        return fits.getOrDefault(matter, 0.0);
    }

    /** Those that fit best, or nearly as well, the best first; nothing where none fits. */
    List<Matter> best(Predicate<Matter> condition) {
        List<Matter> possible = fits.keySet().stream().filter(condition).toList();
        double best = possible.stream().mapToDouble(this::of).max().orElse(0);
        return possible.stream()
                .filter(matter -> of(matter) >= Math.max(LEAST, AS_WELL * best))
                .sorted(Comparator.comparingDouble(this::of).reversed().thenComparing(Matter::called))
                .toList();
    }
}

package io.recital.ingestion.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Counts a Word document's automatic numbers as Word does, paragraph by paragraph in document order. */
final class WordNumbering {
    private static final int LEVELS = 9;

    /** One level of a list: where it starts, how it counts and how it is printed ({@code %1.%2}). */
    private record Level(
            int start,
            String format,
            String text,
            boolean decimalOnly,
            int restart,
            @Nullable String style) {}

    /** A use of a list definition, with its own levels and restarts. */
    private record Instance(String definition, Map<Integer, Level> overrides, Map<Integer, Integer> restarts) {}

    private final Map<String, Map<Integer, Level>> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    WordNumbering(@Nullable Document xml) {
        Element root = xml == null ? null : xml.getDocumentElement();
        for (Element definition : WordXml.children(root, "abstractNum")) {
            Map<Integer, Level> levels = new HashMap<>();
            for (Element level : WordXml.children(definition, "lvl")) {
                levels.put(WordXml.number(WordXml.attribute(level, "ilvl"), 0), level(level));
            }
            definitions.put(String.valueOf(WordXml.attribute(definition, "abstractNumId")), levels);
        }
        for (Element instance : WordXml.children(root, "num")) {
            instances.put(String.valueOf(WordXml.attribute(instance, "numId")), instance(instance));
        }
    }

    private static Level level(Element level) {
        String text = WordXml.childValue(level, "lvlText");
        String format = WordXml.childValue(level, "numFmt");
        Element legal = WordXml.child(level, "isLgl");
        return new Level(
                WordXml.number(WordXml.childValue(level, "start"), 1),
                format == null ? "decimal" : format,
                text == null ? "" : text,
                legal != null && !WordXml.isOff(WordXml.attribute(legal, "val")),
                WordXml.number(WordXml.childValue(level, "lvlRestart"), -1),
                WordXml.childValue(level, "pStyle"));
    }

    private static Instance instance(Element instance) {
        Map<Integer, Level> overrides = new HashMap<>();
        Map<Integer, Integer> restarts = new HashMap<>();
        for (Element override : WordXml.children(instance, "lvlOverride")) {
            int at = WordXml.number(WordXml.attribute(override, "ilvl"), 0);
            String start = WordXml.childValue(override, "startOverride");
            Element level = WordXml.child(override, "lvl");
            if (start != null) {
                restarts.put(at, WordXml.number(start, 1));
            }
            if (level != null) {
                overrides.put(at, level(level));
            }
        }
        return new Instance(String.valueOf(WordXml.childValue(instance, "abstractNumId")), overrides, restarts);
    }

    /** The level of a list that a paragraph style is tied to; -1 when it is tied to none. */
    int levelOfStyle(String list, String style) {
        for (int i = 0; i < LEVELS; i++) {
            Level level = find(list, i);
            if (level != null && style.equals(level.style())) {
                return i;
            }
        }
        return -1;
    }

    boolean isBullet(String list, int at) {
        Level level = find(list, at);
        return level != null && level.format().equals("bullet");
    }

    /** Counts one more paragraph and returns its printed number; null for bullets and for lists without numbers. */
    @Nullable
    String next(String list, int at) {
        Instance instance = instances.get(list);
        Level level = find(list, at);
        if (instance == null || level == null || at < 0 || at >= LEVELS) {
            return null;
        }
        int[] counter = counters.computeIfAbsent(instance.definition(), key -> freshCounter());
        applyRestart(list, instance, counter, at);
        counter[at] = counter[at] == Integer.MIN_VALUE ? level.start() : counter[at] + 1;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            Level below = find(list, deeper);
            boolean keeps = below != null && (below.restart() == 0 || (below.restart() > 0 && at >= below.restart()));
            if (!keeps) {
                counter[deeper] = Integer.MIN_VALUE;
            }
        }
        return level.format().equals("bullet") ? null : render(list, level, counter);
    }

    private static int[] freshCounter() {
        int[] counter = new int[LEVELS];
        Arrays.fill(counter, Integer.MIN_VALUE);
        return counter;
    }

    private void applyRestart(String list, Instance instance, int[] counter, int at) {
        Integer start = instance.restarts().get(at);
        if (start != null && restarted.add(list + "/" + at)) {
            counter[at] = start - 1;
        }
    }

    private @Nullable Level find(String list, int at) {
        Instance instance = instances.get(list);
        if (instance == null) {
            return null;
        }
        Level own = instance.overrides().get(at);
        return own != null
                ? own
                : definitions.getOrDefault(instance.definition(), Map.of()).get(at);
    }

    private @Nullable String render(String list, Level level, int[] counter) {
        StringBuilder label = new StringBuilder();
        String text = level.text();
        for (int i = 0; i < text.length(); i++) {
            boolean placeholder =
                    text.charAt(i) == '%' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            if (!placeholder) {
                label.append(text.charAt(i));
                continue;
            }
            int at = text.charAt(++i) - '1';
            if (at >= 0 && at < LEVELS) {
                label.append(number(list, level, at, counter));
            }
        }
        String rendered = TextAssembly.storable(label.toString()).strip();
        return rendered.isEmpty() ? null : rendered;
    }

    private String number(String list, Level printing, int at, int[] counter) {
        Level level = find(list, at);
        int start = level == null ? 1 : level.start();
        int value = counter[at] == Integer.MIN_VALUE ? start : counter[at];
        String format = level == null || printing.decimalOnly() ? "decimal" : level.format();
        return format(format, value);
    }

    static String format(String format, int value) {
        return switch (format) {
            case "lowerLetter" -> letters(value).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letters(value);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(value);
            case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
            case "ordinal" -> value + ordinalEnding(value);
            case "none" -> "";
            default -> Integer.toString(value);
        };
    }

    private static String letters(int value) {
        if (value < 1 || value > 780) {
            return Integer.toString(value);
        }
        return String.valueOf((char) ('A' + (value - 1) % 26)).repeat((value - 1) / 26 + 1);
    }

    private static String roman(int value) {
        if (value < 1 || value > 3999) {
            return Integer.toString(value);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] digits = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = value;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(digits[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }

    private static String ordinalEnding(int value) {
        int tens = value % 100;
        if (tens >= 11 && tens <= 13) {
            return "th";
        }
        return switch (value % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}

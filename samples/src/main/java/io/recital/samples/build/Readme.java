package io.recital.samples.build;

import io.recital.samples.SampleException;
import io.recital.samples.truth.CheckedTruth;
import io.recital.samples.truth.TruthListing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes what is planted into the portfolio's README, between two marks; into {@code PLANTED.md} where a portfolio has one,
 * so that its README can be read by those who should not know.
 */
final class Readme {
    private static final String BEGIN = "<!-- truth: written by build.sh from sources/*/truth.json -->";
    private static final String END = "<!-- /truth -->";

    private static final String APART = "PLANTED.md";

    private Readme() {}

    /** The name of the file that takes the listing. */
    static String name(Path folder) {
        return Files.exists(folder.resolve(APART)) ? APART : "README.md";
    }

    /** The file's bytes with the listing in its place. */
    static byte[] write(Path readme, List<CheckedTruth> truths, Map<String, String> counterparties) {
        try {
            String text = Files.exists(readme) ? Files.readString(readme) : BEGIN + "\n" + END + "\n";
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new SampleException(
                        SampleException.Category.SOURCE, readme + " needs the lines " + BEGIN + " and " + END);
            }
            String listing = new TruthListing(counterparties).write(truths);
            return (text.substring(0, begin) + BEGIN + "\n\n" + listing + text.substring(end))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SampleException(SampleException.Category.FILE, "Cannot read " + readme, e);
        }
    }
}

package io.recital.eval.bench;

import io.recital.eval.EvalException;
import io.recital.models.clause.SentenceSplitter;
import io.recital.models.evidence.StoredText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The passages that a benchmark encodes: of lengths as contracts have them, from our own wording or from a folder. */
final class BenchTexts {
    private static final List<String> SENTENCES = List.of(
            "The Supplier shall make the Hosted Service available for at least %d%% of each calendar month, measured at its outer firewall.",
            "If it does not, the Buyer is entitled to a credit of %d%% of that month's Service Charges.",
            "Claims for credits are made within %d days of the end of the month, in writing, and name the incidents they rest on.",
            "Neither party is liable for loss of profit or for indirect loss, however it arises.",
            "Prices are fixed until the %dth month after the Effective Date; after that they follow the published producer price index, by no more than %d%% a year.",
            "Invoices are payable %d days after receipt.",
            "This Agreement is governed by the laws of Denmark.",
            "The Buyer may audit the Supplier's records once a year on %d days' notice, during business hours and at its own cost, unless the audit shows overcharges of more than %d%%, in which case the Supplier bears it.",
            "Carton grades, board weights and print tolerances are set out in Schedule %d.",
            "Where yearly purchases exceed %d pallets, the Supplier grants a rebate of %d%% on all pallets of that year, payable by credit note.",
            "Either party may end this Agreement at the end of a contract year by giving the other not less than %d months' notice.",
            "The Supplier keeps professional indemnity cover of at least EUR %d million with an insurer of good standing and shows the certificate when asked.",
            "Fees.",
            "Confidential information stays confidential for %d years after the end of this Agreement, except where a court or a regulator orders its disclosure and the other party has been told as early as the law allows.",
            "The Supplier may not assign this Agreement without consent, which shall not be withheld unreasonably.",
            "Reports are due on the %dth working day of each month and show, for every service level, the target, the figure reached and the cause of each shortfall.");

    private BenchTexts() {}

    /** Passages of our own wording; lengths are log-normal about 60 words, as in commercial contracts. */
    static List<String> written(int count, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double words = Math.exp(Math.log(60) + 0.8 * random.nextGaussian());
            StringBuilder text = new StringBuilder();
            int written = 0;
            while (written < words) {
                String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
                String filled = sentence.formatted(2 + random.nextInt(97), 2 + random.nextInt(28));
                text.append(text.isEmpty() ? "" : " ").append(filled);
                written += filled.split(" ").length;
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /** Passages of one to four sentences from the text files of a folder. */
    static List<String> ofFolder(Path folder, int count, long seed) {
        List<Path> files = filesIn(folder);
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int tries = 0; texts.size() < count && tries < 20 * count; tries++) {
            passage(files.get(random.nextInt(files.size())), random).ifPresent(texts::add);
        }
        return texts;
    }

    /** The text files of a folder and the folders in it, in the order of their names. */
    static List<Path> filesIn(Path folder) {
        List<Path> files;
        try (Stream<Path> listed = Files.walk(folder)) {
            files = listed.filter(file -> file.toString().matches(".*\\.(txt|md)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalException("Cannot read the folder " + folder + "; name one that holds .txt or .md files", e);
        }
        if (files.isEmpty()) {
            throw new EvalException("The folder " + folder + " holds no .txt or .md file");
        }
        return files;
    }

    private static java.util.Optional<String> passage(Path file, Random random) {
        StoredText text;
        try {
            text = StoredText.of(Files.readString(file));
        } catch (MalformedInputException e) {
            throw new EvalException("The file " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new EvalException("Cannot read the file " + file, e);
        }
        var sentences = SentenceSplitter.split(text);
        if (sentences.isEmpty()) {
            return java.util.Optional.empty();
        }
        int first = random.nextInt(sentences.size());
        int last = Math.min(sentences.size() - 1, first + random.nextInt(4));
        return java.util.Optional.of(text.slice(sentences.get(first).cover(sentences.get(last))));
    }
}

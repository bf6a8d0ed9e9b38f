package io.recital.eval.retrieval;

import io.recital.eval.resampling.MeanInterval;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param questions questions asked
 * @param questionsInAll questions that the data holds
 * @param referenced documents that these questions are about
 * @param searched documents that were searched
 * @param documentsInAll documents that the data holds
 * @param passages passages that were searched
 * @param notIngested documents that could not be read, whose answers count as not found
 * @param filter what search was told as given by {@code --filter}, or {@code none}
 * @param documents {@code referenced} when only those were searched that the questions are about, else {@code all}
 * @param encoder id of the model behind the vectors
 * @param narrowed questions that the service took to be about some contracts only
 * @param narrowedRightly how many of these are about one of them
 * @param rightDocument share of the questions whose best passage stands in the right document
 */
record RetrievalReport(
        int questions,
        int questionsInAll,
        int referenced,
        int searched,
        int documentsInAll,
        int passages,
        int notIngested,
        String filter,
        String documents,
        String encoder,
        long seed,
        int narrowed,
        int narrowedRightly,
        double rightDocument,
        List<RetrievalScores.AtDepth> figures) {

    void print(PrintStream out) {
        out.printf("Questions: %d of %d, about %d documents%n", questions, questionsInAll, referenced);
        out.printf("Searched:  %d of %d documents, %d passages, %s%n", searched, documentsInAll, passages, encoder);
        if (documents.equals("referenced")) {
            out.println("           ONLY the documents that the questions are about: easier than the whole corpus");
        }
        if (notIngested > 0) {
            out.printf("           %d documents could not be read; their answers count as not found%n", notIngested);
        }
        if (filter.equals("document")) {
            out.println("Scope:     told the right document");
        } else {
            out.printf(
                    "Scope:     found by the service: narrowed for %d questions, rightly for %d%n",
                    narrowed, narrowedRightly);
        }
        out.printf(Locale.ROOT, "Best passage in the right document: %.1f %%%n%n", 100 * rightDocument);
        out.printf("%4s  %-24s  %-24s%n", "k", "precision % (95 %)", "recall % (95 %)");
        figures.forEach(at -> out.printf("%4d  %-24s  %-24s%n", at.k(), cell(at.precision()), cell(at.recall())));
    }

    /** How many points are lost against the same questions as the data words them. */
    void printLoss(PrintStream out, RetrievalReport asWorded) {
        for (int i = 0; i < figures.size(); i++) {
            RetrievalScores.AtDepth here = figures.get(i);
            RetrievalScores.AtDepth there = asWorded.figures().get(i);
            out.printf(
                    Locale.ROOT,
                    "Lost at %d: precision %.1f, recall %.1f points%n",
                    here.k(),
                    100 * (there.precision().mean() - here.precision().mean()),
                    100 * (there.recall().mean() - here.recall().mean()));
        }
    }

    private static String cell(MeanInterval figure) {
        return String.format(
                Locale.ROOT, "%5.2f (%.2f to %.2f)", 100 * figure.mean(), 100 * figure.low(), 100 * figure.high());
    }
}

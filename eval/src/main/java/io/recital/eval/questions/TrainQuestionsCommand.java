package io.recital.eval.questions;

import io.recital.eval.EvalException;
import io.recital.models.inference.Encoder;
import io.recital.retrieval.search.QuestionTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;

/** {@code eval train-questions}: teaches search which type of clause a question asks for. */
@Command(
        name = "train-questions",
        mixinStandardHelpOptions = true,
        description = {
            "Teaches search to tell which type of clause a question asks for, on the wordings that are written for that,",
            "and says how many of the wordings held out of it are told rightly. A minute on two idle cores."
        })
public final class TrainQuestionsCommand implements Callable<Integer> {
    /** Vectors have length 1: without this, their components are too small for the decay. */
    private static final double SCALE = 8;
    /** Questions about anything else are more than those of any one type. */
    private static final double SHARE_OF_NONE = 4;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where question-types.json is written.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        QuestionWordings wordings = QuestionWordings.read();
        List<String> types = List.copyOf(wordings.types());
        try (Encoder encoder = new Encoder()) {
            QuestionTypes.Weights weights = train(wordings, types, encoder);
            Files.createDirectories(out);
            Files.writeString(
                    out.resolve("question-types.json"), new ObjectMapper().writeValueAsString(weights) + "\n");
            report(wordings, types, encoder, new QuestionTypes(weights));
        } catch (IOException e) {
            throw new EvalException("Cannot write the weights to " + out, e);
        }
        return 0;
    }

    private static QuestionTypes.Weights train(QuestionWordings wordings, List<String> types, Encoder encoder) {
        List<TypeRegression.Example> examples = new ArrayList<>();
        for (int type = 0; type < types.size(); type++) {
            List<float[]> vectors = vectors(encoder, wordings.teaching(types.get(type)));
            double share = types.get(type).equals(QuestionTypes.NONE) ? SHARE_OF_NONE : 1;
            for (float[] vector : vectors) {
                examples.add(new TypeRegression.Example(scaled(vector), type, share / vectors.size()));
            }
        }
        double[][] rows = TypeRegression.fit(examples, types.size(), Encoder.DIMENSION);
        return new QuestionTypes.Weights(
                encoder.modelId(),
                SCALE,
                types,
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row)
                                .mapToObj(TrainQuestionsCommand::rounded)
                                .toList())
                        .toList());
    }

    private static Double rounded(double weight) {
        return Math.round(weight * 1e4) / 1e4;
    }

    private static float[] scaled(float[] vector) {
        float[] scaled = vector.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) SCALE;
        }
        return scaled;
    }

    private static List<float[]> vectors(Encoder encoder, List<String> questions) {
        return encoder.encode(questions.stream()
                .map(question -> Encoder.QUERY_PREFIX + question)
                .toList());
    }

    private static void report(QuestionWordings wordings, List<String> types, Encoder encoder, QuestionTypes told) {
        int[] asked = new int[2];
        int[] right = new int[2];
        for (String type : types) {
            int of = type.equals(QuestionTypes.NONE) ? 1 : 0;
            for (float[] vector : vectors(encoder, wordings.questions(type, QuestionWordings.Part.HELD_OUT))) {
                asked[of]++;
                right[of] += best(told.probabilities(vector)).equals(type) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Held-out wordings told rightly: %d of %d that ask for a type of clause, %d of %d others%n",
                right[0],
                asked[0],
                right[1],
                asked[1]);
    }

    private static String best(Map<String, Double> probabilities) {
        return probabilities.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}

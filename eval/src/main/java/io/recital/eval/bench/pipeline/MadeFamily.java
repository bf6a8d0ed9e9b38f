package io.recital.eval.bench.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a family of a contract, as portfolios have them: the contract as signed, a conformed copy of it, and versions that
 * are amended and restated, each with one paragraph in ten worded anew.
 */
final class MadeFamily {
    private static final int AMENDED = 10;

    private MadeFamily() {}

    /** @param size documents, the contract itself among them */
    static List<TextFile> of(TextFile contract, int size, Path folder) {
        String base = contract.name().replaceFirst("\\.\\w+$", "");
        List<TextFile> family = new ArrayList<>(List.of(contract));
        for (int version = 1; version < size; version++) {
            String text = version == 1 ? "CONFORMED COPY\n\n" + contract.text() : restated(contract.text(), version);
            family.add(TextFile.write(folder, base + " (" + version + ").txt", text));
        }
        return family;
    }

    private static String restated(String text, int version) {
        StringBuilder restated = new StringBuilder("AMENDED AND RESTATED (version " + version + ")\n\n");
        int paragraph = 0;
        for (String line : text.split("(?<=\n)")) {
            boolean amended = !line.isBlank() && paragraph++ % AMENDED == version % AMENDED;
            restated.append(amended ? amended(line, version) : line);
        }
        return restated.toString();
    }

    private static String amended(String line, int version) {
        String words = line.stripTrailing();
        return words + " As amended by the parties in version " + version + "." + line.substring(words.length());
    }
}

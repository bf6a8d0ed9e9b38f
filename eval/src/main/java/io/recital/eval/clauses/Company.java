package io.recital.eval.clauses;

import java.util.Locale;
import java.util.regex.Pattern;

/** The company that filed a contract, told by the file's name; data is split by company, never by contract. */
public final class Company {
    /** Folds that companies fall into by hash. Fold 0 is held out of training. */
    public static final int FOLDS = 5;

    private static final Pattern SUFFIX = Pattern.compile(
            "(?<=.{3})(?:incorporated|inc|corporation|corp|limited|ltd|llc|llp|lp|plc|company|co|nv|sa|ag|bv|gmbh)$");

    private Company() {}

    /** The name before the first underscore, lower case, letters only, corporate suffixes removed. */
    public static String of(String file) {
        int end = file.indexOf('_');
        String name = (end < 0 ? file : file.substring(0, end))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        String before;
        do {
            before = name;
            name = SUFFIX.matcher(name).replaceFirst("");
        } while (!name.equals(before));
        return name;
    }

    /** The fold of a company, 0 to {@link #FOLDS} - 1, the same on every machine. */
    public static int fold(String company) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < company.length(); i++) {
            hash = (hash ^ company.charAt(i)) * 0x01000193;
        }
        return Math.floorMod(hash ^ (hash >>> 16), FOLDS);
    }
}

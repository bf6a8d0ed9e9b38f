package io.recital.samples;

import java.util.ArrayList;
import java.util.List;

/** What does not hold in the sources, collected so that an author sees all of it at once. */
public final class Complaints {
    private final List<String> list = new ArrayList<>();

    /**
     * Notes one thing.
     *
     * @param where the file and the id in it, such as {@code truth.json, tarnwell-credit-2026-05}
     */
    public void add(String where, String what) {
        list.add(where + ": " + what);
    }

    public List<String> list() {
        return List.copyOf(list);
    }
}

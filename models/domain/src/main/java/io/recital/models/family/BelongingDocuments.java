package io.recital.models.family;

import io.recital.models.fact.CompanyName;
import io.recital.models.family.ContractSides.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whose schedules, orders and letters are that name no parties: by the numbers, companies and addresses where they begin. */
final class BelongingDocuments {
    private static final int SHORTEST_WORD = 5;
    private static final Pattern ADDRESS = Pattern.compile("@([\\p{L}\\p{N}-]+)\\.");
    private static final Pattern LONGEST_REFERENCE_PART = Pattern.compile("[\\p{L}\\p{N}/._-]+");

    private final Map<String, Set<String>> namesByReference = new HashMap<>();
    private final List<String> names;

    BelongingDocuments(Collection<SideEvidence> documents, Map<UUID, Side> sides, List<String> names) {
        this.names = List.copyOf(names);
        for (SideEvidence document : documents) {
            Side side = sides.get(document.contract());
            if (side != null) {
                document.references()
                        .forEach(reference -> namesByReference
                                .computeIfAbsent(reference, r -> new HashSet<>())
                                .add(side.counterparty()));
            }
        }
    }

    Optional<Side> side(SideEvidence document) {
        return byNumber(document)
                .map(name -> new Side(document.role(), name, "it bears the number of a contract with it"))
                .or(() -> byName(document).map(name -> new Side(document.role(), name, "its beginning names it")))
                .or(() -> byAddress(document)
                        .map(name -> new Side(document.role(), name, "it is written from or to its address")))
                .or(() -> byFile(document).map(name -> new Side(document.role(), name, "its file is called after it")));
    }

    private Optional<String> byNumber(SideEvidence document) {
        Set<String> found = new HashSet<>();
        var words = LONGEST_REFERENCE_PART.matcher(document.beginning());
        while (words.find()) {
            String word = words.group().replaceFirst("[._/-]+$", "");
            found.addAll(namesByReference.getOrDefault(word, Set.of()));
        }
        document.references().forEach(number -> found.addAll(namesByReference.getOrDefault(number, Set.of())));
        return only(found);
    }

    /** The longest name that stands there; none where two are as likely. */
    private Optional<String> byName(SideEvidence document) {
        String text = " " + CompanyName.plain(document.beginning()) + " ";
        Set<String> found = new HashSet<>();
        for (String name : names) {
            if (stands(CompanyName.of(name), text)) {
                found.add(name);
            }
        }
        return only(found);
    }

    /** One word may be any word: it counts with its legal form. */
    private static boolean stands(CompanyName name, String text) {
        List<String> words = new ArrayList<>(name.words());
        if (words.isEmpty()) {
            return false;
        }
        int at = text.indexOf(" " + String.join(" ", words) + " ");
        return at >= 0
                && (words.size() > 1
                        || CompanyName.of(text.substring(
                                        at,
                                        Math.min(
                                                text.length(), at + words.get(0).length() + 30)))
                                .words()
                                .equals(words));
    }

    private Optional<String> byAddress(SideEvidence document) {
        Set<String> found = new HashSet<>();
        var addresses = ADDRESS.matcher(document.beginning());
        while (addresses.find()) {
            String domain = CompanyName.plain(addresses.group(1)).replace(" ", "");
            names.stream().filter(name -> isKnownBy(name, domain::startsWith)).forEach(found::add);
        }
        return only(found);
    }

    private Optional<String> byFile(SideEvidence document) {
        List<String> words = List.of(CompanyName.plain(document.file()).split(" "));
        Set<String> found = new HashSet<>();
        names.stream().filter(name -> isKnownBy(name, words::contains)).forEach(found::add);
        return only(found);
    }

    private static boolean isKnownBy(String name, Predicate<String> holds) {
        String stem = CompanyName.of(name).stem();
        return stem.length() >= SHORTEST_WORD && !stem.contains(" ") && holds.test(stem);
    }

    private static Optional<String> only(Set<String> found) {
        Set<String> stems = new HashSet<>();
        found.forEach(name -> stems.add(CompanyName.of(name).stem()));
        return stems.size() == 1 ? found.stream().sorted().findFirst() : Optional.empty();
    }
}

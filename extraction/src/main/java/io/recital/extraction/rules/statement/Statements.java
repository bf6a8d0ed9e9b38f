package io.recital.extraction.rules.statement;

import io.recital.extraction.rules.wording.ReadingCache;
import io.recital.models.clause.Clause;
import io.recital.models.contract.ContractReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays a clause out in statements: sentences, and list items each under its stem, which may stand in the parent clause. */
public final class Statements {
    /** Words after which a sentence goes on in its list items. */
    private static final Pattern OPEN =
            Pattern.compile("(?:[:—–-]|\\b(?:shall|must|will|may|not|to|that|by))\\s*$", Pattern.CASE_INSENSITIVE);

    /** Words after which even a list that runs on in the same line opens one statement per item. */
    private static final Pattern OPEN_INLINE = Pattern.compile(
            "(?:\\b(?:shall|must|will|may|agrees?|undertakes?|covenants?)\\b[^:;]{0,160}:|\\b(?:shall|must|will|may)(?:\\s+not)?(?:\\s+(?:also|promptly|at all times))?"
                    + "|\\b(?:agrees?|undertakes?|covenants?|obliged|obligated|required|entitled|permitted)(?:\\s+not)?\\s+to"
                    + "|^\\s*(?:the\\s+)?(?:\\p{Lu}[\\w&.’'-]*)(?:\\s+\\p{Lu}[\\w&.’'-]*){0,4})\\s*:?\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final int DEEPEST = 5;

    /** Several extractors read the same clauses. */
    private static final ReadingCache<Map<UUID, List<Statement>>> KNOWN =
            new ReadingCache<>(contract -> new ConcurrentHashMap<>());

    private Statements() {}

    public static List<Statement> of(ContractReading contract, Clause clause) {
        return KNOWN.get(contract).computeIfAbsent(clause.id(), unread -> lay(contract, clause));
    }

    private static List<Statement> lay(ContractReading contract, Clause clause) {
        Prose prose = Prose.of(contract, clause);
        boolean hasItems =
                contract.clauses().stream().anyMatch(other -> clause.id().equals(other.parent()));
        return new Layout(prose, openStems(contract, clause, 0), hasItems).statements();
    }

    /** The stems that stand above a clause, outermost first, when its parent breaks off in the middle of a sentence. */
    private static List<Statement.Stem> openStems(ContractReading contract, Clause clause, int depth) {
        if (clause.parent() == null || depth >= DEEPEST) {
            return List.of();
        }
        Optional<Clause> parent = contract.clauses().stream()
                .filter(candidate -> candidate.id().equals(clause.parent()))
                .findFirst();
        if (parent.isEmpty()) {
            return List.of();
        }
        Prose prose = Prose.of(contract, parent.get());
        List<Piece> sentences = prose.sentences();
        if (sentences.isEmpty()
                || !OPEN.matcher(sentences.get(sentences.size() - 1).text()).find()) {
            return List.of();
        }
        Piece last = unmarked(sentences.get(sentences.size() - 1));
        List<Statement.Stem> stems = new ArrayList<>();
        if (sentences.size() == 1) {
            stems.addAll(openStems(contract, parent.get(), depth + 1));
        }
        if (!last.isBlank()) {
            stems.add(new Statement.Stem(prose, last));
        }
        return stems;
    }

    private static Piece unmarked(Piece piece) {
        String text = piece.text();
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '#' || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return piece.part(Math.min(end, Marker.length(text)), end).strip();
    }

    /** One clause on its way into statements. */
    private static final class Layout {
        private final Prose prose;
        private final List<Statement.Stem> inherited;
        private final List<Piece> sentences;
        private final boolean goesOnInItems;
        private final List<Statement> statements = new ArrayList<>();
        private Statement.@Nullable Stem stem;

        Layout(Prose prose, List<Statement.Stem> inherited, boolean goesOnInItems) {
            this.goesOnInItems = goesOnInItems;
            this.prose = prose;
            this.inherited = inherited;
            this.sentences = prose.sentences();
        }

        List<Statement> statements() {
            for (int i = 0; i < sentences.size(); i++) {
                lay(i);
            }
            return statements;
        }

        private void lay(int index) {
            Piece sentence = sentences.get(index);
            boolean marked = beginsItem(index);
            Piece body = unmarked(sentence);
            List<Statement.Stem> stems = stemsFor(index, marked);
            if (body.isBlank() || layRun(index, body, stems)) {
                return;
            }
            boolean last = index + 1 == sentences.size();
            if (OPEN.matcher(body.text()).find() && (last ? goesOnInItems : beginsItem(index + 1))) {
                stem = new Statement.Stem(prose, body);
                return;
            }
            statements.add(new Statement(stems, prose, body, next(index)));
        }

        private boolean beginsItem(int index) {
            Piece sentence = sentences.get(index);
            return Marker.length(sentence.text()) > 0 || prose.beginsItem(sentence);
        }

        private List<Statement.Stem> stemsFor(int index, boolean marked) {
            if (stem != null && marked) {
                return List.of(stem);
            }
            if (stem != null && index > 0 && !marked) {
                stem = null;
            }
            return index == 0 ? inherited : List.of();
        }

        /** Lays out a list that runs on inside the sentence; false when there is none that opens statements. */
        private boolean layRun(int index, Piece body, List<Statement.Stem> above) {
            List<int[]> run = Marker.run(body.text());
            if (run.isEmpty()) {
                return false;
            }
            Piece opening = body.part(0, run.get(0)[0]).strip();
            boolean goesOn = run.size() > 1 || (index + 1 < sentences.size() && beginsItem(index + 1));
            if (!goesOn || !OPEN_INLINE.matcher(opening.text()).find()) {
                return false;
            }
            Statement.Stem inline = new Statement.Stem(prose, opening);
            List<Statement.Stem> stems = new ArrayList<>(above.size() + 1);
            stems.addAll(above);
            stems.add(inline);
            for (int i = 0; i < run.size(); i++) {
                int end = i + 1 < run.size() ? run.get(i + 1)[0] : body.text().length();
                Piece item = body.part(run.get(i)[1], end).strip();
                if (!item.isBlank()) {
                    statements.add(new Statement(stems, prose, item, i + 1 < run.size() ? null : next(index)));
                }
            }
            stem = inline;
            return true;
        }

        private @Nullable Piece next(int index) {
            return index + 1 < sentences.size() ? unmarked(sentences.get(index + 1)) : null;
        }
    }
}

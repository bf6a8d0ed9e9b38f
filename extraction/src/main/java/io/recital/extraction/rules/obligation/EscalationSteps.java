package io.recital.extraction.rules.obligation;

import io.recital.extraction.rules.statement.Cells;
import io.recital.extraction.rules.statement.Statement;
import io.recital.models.clause.Clause;
import io.recital.models.clause.TableCell;
import io.recital.models.clause.TableRow;
import io.recital.models.contract.ContractReading;
import io.recital.models.evidence.Citation;
import io.recital.models.finding.Deadline;
import io.recital.models.finding.Modality;
import io.recital.models.finding.Obligation;
import io.recital.models.finding.PartyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the levels through which a disagreement goes, where no party is said to owe anything: {@code is referred to the
 * directors, who shall meet within ten days}, list items and table rows that name people and their time.
 */
final class EscalationSteps {
    private static final String PERSONS =
            "(?:managers?|directors?|executives?|officers?|representatives?|presidents?|committees?|boards?|heads?|partners?|leads?|leaders?|chiefs?|C[EFIO]O[’']?s?|management|sponsors?|principals?|supervisors?|engineers?|owners?|delegates?)\\b";
    private static final String LENGTH =
            "(?:(?:\\d{1,3}|[a-z]+(?:-[a-z]+)?)\\s+(?:\\(\\d+\\)\\s+)?(?:(?:business|working|calendar)\\s+)?(?:days?|weeks?|months?))\\b";
    private static final Pattern DISPUTED = pattern(
            "\\b(?:disputes?|disagreements?|differences?|escalat\\w+|complaints?|deadlock|matters?|issues?|it|questions?)\\b");
    private static final Pattern REFERRED = pattern(
            "\\b(?:is|are|be|been|it|matter|dispute|disagreement|issue|question|shall|will)\\s+(?:then\\s+|first\\s+|next\\s+)?(?<verb>escalated|referred|elevated|pass(?:es|ed)?|go(?:es)?|submitted|taken|brought)\\b[^.;]{0,40}?\\b(?:to|before)\\s+(?<whom>[^.;,]{0,110}?\\b"
                    + PERSONS
                    + "[^.;,]{0,60}?)(?:,?\\s+(?:who|which)\\s+(?:shall|will|must|are\\s+to|is\\s+to)\\s+(?<does>[^.;]{3,160})|(?=[.;,]|$))");
    private static final Pattern LEAD = pattern(
            "^\\W*(?:[\\d.]+\\s+)?(?<when>(?:if|where|when|should|failing|in\\s+the\\s+event|unless|after)\\b[^;.]*?|(?:an?|any)\\s+\\w+\\s+(?:that|which)\\b[^;.]*?)(?:,\\s*(?:it|the\\s+\\w+)?\\s*(?:shall|will|must)?)?\\s*$");
    private static final Pattern LEVELS = pattern("\\b(?:levels?|steps?|stages?|tiers?|escalat\\w+|disputes?)\\b");
    private static final Pattern DO_WHAT = pattern(
            "\\b(?:each\\s+of\\s+which|who|which|each)\\s+(?:shall|will|must)\\s+(?<does>[^:;.]*?)(?=\\s+within\\b|[,:;.]|$)");
    private static final Pattern ITEM =
            pattern("^\\W*(?:(?:level|step|stage|tier)\\s+\\w+\\W*)?(?<who>[^;:.]*?\\b" + PERSONS
                    + "[^,;:(]*?)\\W+(?:(?:who|which|and)\\b[^;]*)?(?:within\\s+|for\\s+|in\\s+)?(?<time>" + LENGTH
                    + ")\\W*(?:and|or)?\\W*$");
    private static final Pattern TIME = pattern("^\\W*(?:within\\s+)?" + LENGTH);
    private static final Pattern TIME_HEADER = pattern("\\b(?:time|within|days|period|deadline|duration)\\b");
    private static final Pattern PERSON = pattern("\\b" + PERSONS);
    private static final Pattern NUMBER = pattern("\\W*(?:(?:level|step|stage|tier)\\s*)?\\w{0,3}\\W*");
    private static final int LEAST_ROWS = 2;

    private final DeadlineReader deadlines;

    EscalationSteps(DeadlineReader deadlines) {
        this.deadlines = deadlines;
    }

    /** A step with the words that it rests on. */
    record Step(Obligation duty, List<Citation> citations) {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** What a sentence or item says that no party is said to owe. */
    Optional<Step> in(Statement statement) {
        Optional<Obligation> duty =
                statement.isItem() ? item(statement) : referral(statement.body().text());
        return duty.map(each -> new Step(each, statement.citations()));
    }

    private Optional<Obligation> referral(String text) {
        Matcher referred = REFERRED.matcher(text);
        if (!referred.find()
                || !DISPUTED.matcher(text.substring(0, referred.end("verb"))).find()) {
            return Optional.empty();
        }
        Matcher lead = LEAD.matcher(text.substring(0, referred.start()));
        @Nullable String trigger = lead.find() ? Conditions.tidy(lead.group("when")) : null;
        String whom = referred.group("whom").strip();
        String does = referred.group("does");
        if (does == null) {
            String verb = referred.group("verb").toLowerCase(Locale.ROOT).startsWith("esc") ? "escalate" : "refer";
            return Optional.of(duty("the parties", verb + " it to " + whom, trigger, null));
        }
        @Nullable Deadline deadline = deadlines.read("", does, null).orElse(null);
        return Optional.of(duty(whom, does.strip(), trigger, deadline));
    }

    private static Optional<Obligation> item(Statement statement) {
        String stem = statement.joined().substring(0, statement.bodyStart());
        Matcher item = ITEM.matcher(statement.body().text());
        if (!LEVELS.matcher(stem).find() || !item.find()) {
            return Optional.empty();
        }
        Matcher does = DO_WHAT.matcher(stem);
        String action = does.find() ? Conditions.tidy(does.group("does")) : "settle the dispute";
        return Optional.of(duty(item.group("who"), action, null, new Deadline.Stated(item.group("time"))));
    }

    /** The rows of tables of levels. */
    List<Step> inTables(ContractReading contract, Clause clause) {
        List<Step> steps = new ArrayList<>();
        for (List<TableRow> table : Cells.tablesOf(clause)) {
            List<Step> own = table.stream()
                    .filter(row -> !row.header())
                    .flatMap(row -> row(contract, row).stream())
                    .toList();
            if (own.size() >= LEAST_ROWS) {
                steps.addAll(own);
            }
        }
        return steps;
    }

    private static Optional<Step> row(ContractReading contract, TableRow row) {
        Optional<TableCell> time = row.cells().stream()
                .filter(cell -> TIME.matcher(cell.text()).find()
                        && cell.headers().stream()
                                .anyMatch(header -> TIME_HEADER.matcher(header).find()))
                .findFirst();
        List<TableCell> people = row.cells().stream()
                .filter(cell -> !cell.equals(time.orElse(null))
                        && !NUMBER.matcher(cell.text()).matches())
                .toList();
        boolean namesPeople =
                people.stream().anyMatch(cell -> PERSON.matcher(cell.text()).find());
        boolean ofLevels = row.cells().stream()
                .flatMap(cell -> cell.headers().stream())
                .anyMatch(header -> LEVELS.matcher(header).find());
        if (time.isEmpty() || !namesPeople || !ofLevels) {
            return Optional.empty();
        }
        String who = String.join(" and ", people.stream().map(TableCell::text).toList());
        return Optional.of(new Step(
                duty(
                        who,
                        "settle it",
                        null,
                        new Deadline.Stated(time.get().text().strip())),
                Cells.cite(contract, row.cells())));
    }

    private static Obligation duty(String who, String action, @Nullable String trigger, @Nullable Deadline deadline) {
        String plain = who.strip().replaceAll("\\s+", " ");
        return new Obligation(Modality.DUTY, new PartyReference(plain, null), null, action, trigger, deadline, null);
    }
}

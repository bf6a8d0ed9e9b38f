package io.recital.extraction.rules.lever;

import static io.recital.extraction.rules.lever.LeverSentence.parameter;

import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Audit: rights to look into another's books, records and premises. */
final class AuditRule implements LeverRule {
    private static final String LOOK =
            "(?:audit\\w*|inspect\\w*|examin\\w+|review\\w*|access\\w*|verif\\w+|copy|look\\s+at|check)";
    private static final String BOOKS =
            "(?:books?|records|accounts?|accounting|compliance|facilit\\w+|plants?|sites?|offices|invoices|premises|reports|documentation|ledgers?|statements|files|royalt\\w+)";
    private static final Pattern AUDITS = Pattern.compile(
            "\\b(?:may|right|entitled|shall\\s+(?:permit|allow|have|give|provide|make|grant)|will\\s+(?:permit|allow|have|give|provide|make|grant)|permit\\w*|allow\\w*|agrees?\\s+to\\s+(?:permit|allow|make))\\b(?:[^.;]|\\.(?=\\S)){0,220}\\b"
                    + "(?:audit\\w*|inspect\\w*|examin\\w+)\\b(?:[^.;]|\\.(?=\\S)){0,180}\\b" + BOOKS
                    + "\\b|\\b(?:books|records|accounts)\\b(?:[^.;]|\\.(?=\\S)){0,180}\\b(?:subject\\s+to|available\\s+(?:for|to)|open\\s+(?:to|for)|accessible)\\b(?:[^.;]|\\.(?=\\S)){0,120}\\b(?:audit|inspection|examination|review|copying)\\b"
                    + "|\\b(?:may|right|entitled|permit\\w*|allow\\w*)\\b(?:[^.;]|\\.(?=\\S)){0,160}\\b(?:review|access|verify)\\b(?:[^.;]|\\.(?=\\S)){0,140}\\b(?:books|records|ledgers)\\b"
                    + "|\\b(?:right\\s+to|entitled\\s+to|may|permit\\w*|allow\\w*)\\b(?:[^.;]|\\.(?=\\S)){0,160}\\b(?:audit|audited)\\b"
                    + "|\\bmay\\s+(?:(?:at\\s+any\\s+time|itself|also)\\s+)?(?:inspect|check|examine|look\\s+at|go\\s+through)\\s+(?:(?!and\\s+may)[\\w’',-]+\\s+){0,5}?(?:records|books|timesheets|time\\s+sheets|receipts|rosters|vouchers|logs?)\\b"
                    + "|\\bmake\\s+available\\b(?:[^.;]|\\.(?=\\S)){0,140}\\b(?:books|records)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOKS = Pattern.compile(
            "\\bmay\\b[^.;]{0,100}\\b" + LOOK
                    + "\\b[^.;]{0,100}\\bnotice\\b|\\bmay\\b[^.;]{0,100}\\bnotice\\b[^.;]{0,100}\\b" + LOOK + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RECORDS =
            Pattern.compile("\\b(?:records?|books|accounts|timesheets|audits?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDERPAID = Pattern.compile(
            "\\b(?:understat\\w+|underpa\\w+|discrepanc\\w+|shortfall|overcharg\\w+|error|deficien\\w+|under-?report\\w*|variance)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_RIGHT = Pattern.compile(
            "\\bwaive\\w*\\b|\\bany\\s+type\\s+of\\s+audit|(?<!\\bor\\s(?:any|a)\\s(?:relevant\\s)?)\\b(?:governmental|regulatory|government)\\s+(?:authorit\\w+|agenc\\w+|bod\\w+)|\\bWHEREAS\\b|^\\W*(?:if|in\\s+the\\s+event|should|where)\\b|\\b(?:shall|will)\\s+not\\s+be\\s+(?:entitled|permitted)|\\bmay\\s+not\\b|\\b(?:audit\\s+committee|audited\\s+financial|property\\s+tax|inspect\\s+the\\s+(?:products?|goods|shipment))|\\baudits?\\s+(?:of\\s+such\\s+tax|by\\s+the\\s+internal)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        boolean audits = sentence.says(AUDITS)
                || (sentence.says(LOOKS) && (sentence.headed(RECORDS) || sentence.follows(RECORDS)));
        return audits && !sentence.says(NO_RIGHT) ? List.of(audit(sentence)) : List.of();
    }

    private static Candidate audit(LeverSentence sentence) {
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(Holders.BEFORE_RIGHT).ifPresent(parameters::add);
        Values.add(
                parameters,
                Name.PERIOD,
                Notices.find(sentence.text(), sentence.figures().durations()));
        Values.frequency(sentence.text()).ifPresent(every -> parameters.add(parameter(Name.FREQUENCY, every)));
        if (sentence.says(UNDERPAID)) {
            Values.add(
                    parameters,
                    Name.RATE,
                    sentence.figures().percents().stream().findFirst());
        }
        boolean named = sentence.text().matches("(?is).*\\baudit.*");
        return sentence.lever(LeverType.AUDIT, named ? 0.85 : 0.7, parameters);
    }
}

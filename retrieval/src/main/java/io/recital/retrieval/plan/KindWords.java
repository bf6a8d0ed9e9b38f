package io.recital.retrieval.plan;

import java.util.List;
import java.util.regex.Pattern;

/** Tells by its wording what kind of answer a question wants. */
final class KindWords {
    private record Form(Plan.Kind kind, Pattern words) {}

    private static final String MANY =
            "(?:contracts|agreements|suppliers|counterparties|customers|partners|vendors|licen[cs]ees|companies)";
    private static final String MOST =
            "(?:longest|shortest|highest|lowest|largest|smallest|greatest|biggest|earliest|latest|most expensive|cheapest)";

    /** Asked for one of these, a value is wanted and no list. */
    private static final String MEASURED =
            "(?i:.*\\b(?:days|hours|minutes|weeks|months|years|percent|percentage points)\\b)";

    private static final String SINGULAR =
            "(?i:does|is|was|has|us|this|thus|loss|business|address|process|access|damages|notice|class|basis|status|press|becomes|happens|follows|comes|means|lies|stands)\\b";

    /** The first that fits decides. */
    private static final List<Form> FORMS = List.of(
            new Form(Plan.Kind.PERFORMANCE, PerformanceWords.ASKED),
            form(
                    Plan.Kind.COMPARISON,
                    "\\bcompar(?:e|es|ed|ison)\\b|\\bdiffer(?:s|ent|ence)?\\b|\\b(?:versus|vs\\.?)(?=\\W)|\\bside by side\\b"
                            + "|\\bhow do(?:es)? the \\S+(?: \\S+){0,3} of (?:our )?" + MANY + "\\b"
                            + "|\\b(?:higher|lower|longer|shorter|sooner|better|worse|more|less) than the one\\b"),
            form(
                    Plan.Kind.COMPUTED,
                    "\\b" + MOST + "\\b|\\bhow many (?:of )?(?:our )?(?:\\S+ )?" + MANY + "\\b"
                            + "|\\b(?:total|sum|average|difference) (?:of|between)\\b|\\bin total\\b|\\badd up\\b"),
            form(
                    Plan.Kind.LIST,
                    "^\\W*(?:please )?(?:list|show|name|sort|rank|give me)\\b|^\\W*" + MANY + "\\b"
                            + "|\\b(?:which|what|where) (?:of )?(?:our |the |all )?(?:\\S+ )?" + MANY + "\\b"
                            + "|\\bfor which (?:of )?(?:our )?" + MANY + "\\b"
                            + "|^\\W*(?:what|which) (?!" + MEASURED + ")(?:[\\p{L}-]+ ){0,2}?(?!" + SINGULAR
                            + ")[\\p{L}-]{3,}s (?:are|have|carry|must|may|let|do|does|stand|apply|belong|count|were|can)\\b"
                            + "|^\\W*(?!(?:and|but|what|how|who|when|is|are|do|does)\\b|" + MEASURED
                            + ")(?:[\\p{L}-]+ ){0,2}?(?!" + SINGULAR
                            + ")[\\p{L}-]{3,}s (?:with (?:their|its|the)|that) [^?]*\\?\\W*$"
                            + "|^\\W*what (?:must|does|do|shall|should|has|have) .{2,40} (?:provide|supply|furnish|maintain|keep up|bring|contribute)\\b"),
            form(
                    Plan.Kind.CLAUSE,
                    "\\bexplain\\b|\\bwalk (?:me|us) through\\b|^\\W*(?:can|could|would) you (?:explain|tell|describe)\\b"
                            + "|\\bdescribe\\b|\\bsummari[sz]e\\b|\\bhow (?:does|do|is|are|did|will)\\b.*\\b(?:work|worked"
                            + "|handled|calculated|computed|determined|counted|limited|turn(?:ed)?|become|convert(?:ed)?|translate[d]?|measured)\\b"
                            + "|^\\W*(?:what|which) (?:happens|circumstances|conditions|cases)\\b|\\bunder (?:what|which) "
                            + "(?:circumstances|conditions)\\b|^\\W*(?:may|can|could|must|are|is|do|does|will|should)\\b"
                            + "|^\\W*what (?:if|becomes|can|may|could|protects?|has to|have to|follows)\\b|^\\W*how (?:do|can|may|would) (?:i|we|you|one|they)\\b(?!.*\\bhow (?:much|many|long)\\b)"
                            + "|\\bwhat (?:are|were) (?:\\S+ ){0,4}?(?:rules|conditions|remedies|grounds|consequences|requirements|limits)\\b"
                            + "|^\\W*who owns\\b|\\b(?:forbidden|prohibited|banned|not allowed)\\b|^\\W*which .* (?:do not|don['’]t|does not) count\\b"
                            + "|^\\W*when (?:may|can|(?:is|are)(?!.*\\b(?:due|over|payable|delivered|signed|effective)\\b))\\b|\\bwhat does .* (?:say|mean|cover|oblige|require)\\b"));

    private KindWords() {}

    private static Form form(Plan.Kind kind, String words) {
        return new Form(kind, Pattern.compile("(?i)(?:" + words + ")"));
    }

    static Plan.Kind kindOf(String question) {
        return FORMS.stream()
                .filter(form -> form.words().matcher(question).find())
                .map(Form::kind)
                .findFirst()
                .orElse(Plan.Kind.FACT);
    }
}

package io.recital.extraction.rules.lever;

import io.recital.models.finding.Extraction.Candidate;
import io.recital.models.finding.LeverParameter;
import io.recital.models.finding.LeverParameter.Name;
import io.recital.models.finding.LeverType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exclusivity: rights that nobody else is given, and promises to deal with nobody else. */
final class ExclusivityRule implements LeverRule {
    private static final Pattern EXCLUSIVE = Pattern.compile(
            "(?<!non[-‐‑–\\s]{0,2})\\b(?:exclusive(?:ly)?|exclusivity|(?:sole|only)(?=\\s+(?:[\\p{L}]+\\s+){0,2}(?:distributor|supplier|agent|licensee|provider|source|sponsor|manufacturer|representative|and\\s+exclusive)))\\b(?<after>.{0,60})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern OF_RIGHT = Pattern.compile(
            "^(?:,?\\s+(?!in\\b|for\\b|to\\b|by\\b|of\\b)[\\p{L}\\d’'()“”\"/-]+,?){0,7}?\\s+(?:rights?|licen[cs]es?|licensees?|suppliers?|providers?|distributors?|distributorship|agents?|agency|sources?|basis|partners?|manufacturers?|franchise\\w*|resellers?|dealers?|vendors?|territor\\w+|sponsors?\\w*|representatives?|purchasers?|options?|marketers?|appointment|arrangement|period|category|endors\\w+|carrier|beverages?|products?|consultant|broker|servicer|marketing|distribution)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "^[\\s,]*(?:(?:and|or)\\s+(?:absolute|exclusive|entire|complete|final|non-?exclusive)\\s+)?(?:jurisdiction|venue|forum|remed\\w+|propert(?:y|ies)|owner\\w*|control|discretion|liabilit\\w+|obligations?|responsib\\w+|expense|cost|risk|judg\\w+|of\\b|statement|agreement|recourse|opinion|judgment|purpose|title|use\\b|right,?\\s+title|rights?\\s+(?:to|of)\\s+(?:terminate|approve|determine|decide)|possession|custody|benefit|authority|means|member|shareholder|proprietor)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GRANTS = Pattern.compile(
            "\\b(?:grants?(?:ed)?|appoints?(?:ed)?|agrees?|hereby|engages?|designat(?:es?|ed)|(?:shall|will|must)\\s+(?:\\w+\\s+)?(?:be|purchase|supply|have|obtain|buy|act|serve|hold|enjoy|receive|become|use|sell|remain|order|source|acquire)|holds?|is\\s+(?:the|an|granted)|has\\s+the)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "\\b(?:licen[cs]es?|appointment|arrangement|sponsorship|distributorship)\\b[^.;]{0,60}\\b(?:is|are|be)\\s+(?:\\w+\\s+)?exclusive\\b(?!\\s+of)|\\b(?:purchase|buy|sell|supply|source|obtain|order|procure|distribute)\\b[^.;]{0,60}\\bexclusively\\s+(?:from|through|with|to)\\b|\\bexclusively\\s+(?:purchase|buy|sell|supply|source|obtain|order|procure|distribute|market|from|through)\\b|\\bsuppl\\w+\\b[^.;]{0,40}\\bexclusively\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_GRANTED = Pattern.compile(
            "\\bWHEREAS\\b|\\bnothing\\s+(?:in|herein|contained)|\\bdesires?\\s+to\\b|\\bis\\s+(?:made\\s+and\\s+)?entered\\s+into\\b|\\bintellectual\\s+property|\\bterminat(?:ion|ed)\\b|^\\W*[\"“][^\"”]{1,60}[\"”]\\s+(?:shall\\s+)?means?\\b|\\bnot\\s+(?:be\\s+)?(?:an?\\s+)?exclusive\\b|\\bno\\s+exclusiv|\\bterminat\\w+\\s+(?:the\\s+)?exclusiv|\\bwork\\s+made\\s+for\\s+hire",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLDER = Pattern.compile(
            "\\b(?:appoints?|grants?(?:\\s+to)?|designates?|engages?)\\s+(?:to\\s+)?(?<holder>(?:the\\s+)?[A-Z][\\w’'-]*(?:\\s[A-Z][\\w’'-]*){0,2})\\b");
    private static final Pattern ONLY_TO = Pattern.compile(
            "\\b(?:shall|will|must|agrees\\s+to)\\s+(?:[\\w\\s,]{0,30})?(?:entrust|buy|purchase|order|obtain|procure|award|source)\\b[^.;]{0,160}\\b(?:(?:to|from|with)\\s+(?<holder>(?:the\\s+)?[A-Z][\\w’-]*)\\s+(?:only|alone|exclusively)|(?:only|exclusively|solely)\\s+(?:to|from|with)\\s+(?:the\\s+)?[A-Z])",
            Pattern.CASE_INSENSITIVE);
    /** A share of all that is needed, which is bought of one only. */
    private static final Pattern SHARE_OF_NEEDS = Pattern.compile(
            "\\b(?:shall|will|must|agrees\\s+to)\\s+(?:buy|purchase|order|obtain|procure|source|have|take|place)\\b[^.;]{0,60}(?:%|\\bper\\s*cent|\\bpercent)\\)?\\s+of\\s+(?:all\\s+)?(?:of\\s+)?(?:its|their|the)\\s+[^.;]{0,80}\\b(?:from|by|with|through)\\s+(?:the\\s+)?\\p{Lu}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TO_NO_OTHER = Pattern.compile(
            "\\b(?:(?:shall|will|may|must|agrees?|covenants?)\\s+(?:that\\s+(?:it|he|she)\\s+(?:shall|will)\\s+)?not|undertakes?\\s+not|refrains?\\s+from)\\s+(?:to\\s+)?(?:(?:directly|indirectly|or|and|itself|knowingly|,|during\\s+the\\s+term)\\s*){0,5}(?:grant|appoint|license|supply|sell|offer|engage|enter\\s+into|market|promote|endorse|contract|distribut\\w+|provide|represent|solicit|purchase|sponsor|manufactur\\w+)\\b[^.;]{0,160}?\\b(?:any\\s+other|another|any\\s+third|other|compet(?:ing|itor|itive)\\w*)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:persons?|part(?:y|ies)|entit\\w+|compan\\w+|distributors?|suppliers?|manufacturers?|brands?|sponsors?\\w*|agents?|dealers?|retailers?|vendors?|customers?|products?|goods|licensees?|providers?|services?|casinos?|organi[sz]ations?|business\\w*|of)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRADED = Pattern.compile(
            "\\b(?:licen[cs]e|rights?|appointment|products?|goods|territory|field|services?|endorse\\w*|sponsor\\w*|distribut\\w+|brand|category|promot\\w+|competit\\w+|compet(?:es?|ing)|customers?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET = Pattern.compile(
            "\\b(?:confidential\\w*|disclos\\w+|employ(?:ees?|ment)|assign(?:ed|ment)?|sublicens\\w+|warrant\\w*|reverse\\s+engineer|alter|modif\\w+|marks?|logos?|trademarks?|without\\s+(?:the\\s+)?(?:prior\\s+)?(?:written\\s+)?(?:consent|approval)\\s+of\\s+the\\s+board|securities|shares|merger|proxy|trading)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Who decides or goes to court alone has nobody shut out from trade. */
    private static final Pattern OWN_AFFAIRS = Pattern.compile(
            "\\b(?:sole\\s+and\\s+)?exclusive\\s+(?:right|authority|control|discretion|power)s?\\b(?:,[^,;.]{0,60},)?\\s+(?:to|over|of)\\s+(?:prosecut|enforc|defen[dc]|settl|remov|replac|determin|decid|decision|control|fil(?:e|ing)\\b|regist|maintain|initiat|bring|institut|commenc|make\\s+(?:all\\s+)?(?:\\w+\\s+)?decisions|assert|appoint|manag|chang|elect|vot)\\w*"
                    + "|\\bresolved\\s+exclusively\\b|\\bexclusive\\s+(?:jurisdiction|venue|remed\\w+|forum)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Candidate> judge(LeverSentence sentence) {
        boolean promised = sentence.says(ONLY_TO)
                || sentence.says(SHARE_OF_NEEDS)
                || (sentence.says(TO_NO_OTHER) && sentence.says(TRADED) && !sentence.says(SECRET));
        boolean exclusive = promised || (sentence.says(EXCLUSIVE) && isGranted(sentence));
        if (!exclusive || sentence.says(OWN_AFFAIRS) || sentence.says(NOT_GRANTED) || MarketRule.isFavoured(sentence)) {
            return List.of();
        }
        List<LeverParameter> parameters = new ArrayList<>();
        sentence.holder(HOLDER).ifPresent(parameters::add);
        Values.add(
                parameters, Name.PERIOD, sentence.figures().durations().stream().findFirst());
        return List.of(sentence.lever(LeverType.EXCLUSIVITY, parameters.isEmpty() ? 0.66 : 0.8, parameters));
    }

    private static boolean isGranted(LeverSentence sentence) {
        String text = sentence.text();
        boolean grants = sentence.says(GRANTS) || sentence.stemSays(GRANTS);
        Matcher exclusive = EXCLUSIVE.matcher(text);
        boolean any = false;
        int at = 0;
        while (exclusive.find(at)) {
            at = exclusive.start("after");
            String after = exclusive.group("after");
            if (!OTHER.matcher(after).find()) {
                any = true;
                if (grants && OF_RIGHT.matcher(after).find()) {
                    return true;
                }
            }
        }
        return any && sentence.says(BARE);
    }
}

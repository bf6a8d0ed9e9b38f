package io.recital.extraction.rules.obligation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds where wording names the parties of a contract, by their defined terms, by usual roles, or as a group. */
final class PartyMentions {
    private static final List<String> ROLES = List.of(
            "Supplier",
            "Customer",
            "Vendor",
            "Contractor",
            "Subcontractor",
            "Company",
            "Buyer",
            "Seller",
            "Purchaser",
            "Provider",
            "Service Provider",
            "Client",
            "Licensor",
            "Licensee",
            "Consultant",
            "Distributor",
            "Reseller",
            "Manufacturer",
            "Franchisor",
            "Franchisee",
            "Franchise Owner",
            "Landlord",
            "Tenant",
            "Lessor",
            "Lessee",
            "Lender",
            "Borrower",
            "Agent",
            "Principal",
            "Partner",
            "Sponsor",
            "Publisher",
            "Developer",
            "Carrier",
            "Shipper",
            "Transporter",
            "Operator",
            "Owner",
            "Guarantor",
            "Employer",
            "Outsourcer",
            "Merchant",
            "Receiving Party",
            "Disclosing Party",
            "Recipient",
            "Discloser",
            "Indemnifying Party",
            "Indemnified Party",
            "Indemnitor",
            "Indemnitee",
            "Terminating Party",
            "Defaulting Party",
            "Non-Defaulting Party",
            "Affected Party",
            "Government",
            "Contracting Officer",
            "Contracting Officer’s Representative",
            "Project Manager",
            "Steering Committee",
            "Joint Steering Committee",
            "Bank",
            "Trustee",
            "Affiliate",
            "Marketing Affiliate",
            "Member",
            "Participant",
            "Processor",
            "Controller",
            "Subprocessor");
    private static final String GROUPS = "(?:(?:each|either)\\s+(?:of\\s+the\\s+)?(?:part(?:y|ies)|Part(?:y|ies))"
            + "(?:\\s+hereto)?|both\\s+(?:of\\s+the\\s+)?[Pp]arties|(?:all|the)\\s+[Pp]arties(?:\\s+hereto)?"
            + "|the\\s+other\\s+[Pp]arty|such\\s+(?:other\\s+)?[Pp]arty|a\\s+[Pp]arty|the\\s+[\\w-]+ing\\s+[Pp]arty"
            + "|the\\s+(?:non-)?[\\w-]+ing\\s+[Pp]arty|the\\s+[\\w-]+ed\\s+[Pp]arty|[Tt]he\\s+[Pp]arty)";
    private static final String NONES =
            "(?:neither\\s+(?:of\\s+the\\s+)?[Pp]art(?:y|ies)(?:\\s+hereto)?" + "|no\\s+[Pp]arty(?:\\s+hereto)?)";
    private static final String STAFF =
            "(?:[’']s?\\s+(?:personnel|employees?|staff|representatives?|subcontractors?|agents"
                    + "|team|auditors?|affiliates?|Personnel|Employees|Staff|Representatives?|Subcontractors?|Team|Affiliates?))";
    private static final String ARTICLE = "(?:\\b(?:[Tt]he|[Ee]ach|[Ss]uch|THE|[Ss]aid|[Aa]ny|[Aa])\\s+)?";
    private static final String PRONOUNS = "(?:it|they|It|They)";

    private static final Pattern USUAL =
            Pattern.compile("(?<![\\w’'-])(?:(?<none>\\b(?i:" + NONES + ")\\b)|(?<group>\\b(?i:" + GROUPS + ")\\b)|"
                    + named(ROLES) + "|(?<lower>\\b(?:[Tt]he|[Ee]ach|[Aa]|[Aa]ny)\\s+(?<lowername>" + lower(ROLES)
                    + "|contractor team|vendor team)\\b)(?<lowpossessive>[’']s?(?=\\s))?"
                    + "|(?<pronoun>" + PRONOUNS + "\\b))");

    private final @Nullable Pattern defined;

    private PartyMentions(Set<String> terms) {
        this.defined = terms.isEmpty() ? null : Pattern.compile(named(terms));
    }

    private static String named(Collection<String> names) {
        return "(?<![\\w’'-])(?<named>" + ARTICLE + "(?=\\p{Lu})(?<name>" + alternatives(names)
                + ")(?<plural>s\\b)?(?![\\w-]))" + "(?<staff>" + STAFF + ")?(?<possessive>[’']s?(?=\\s))?";
    }

    private static String lower(Collection<String> names) {
        return names.stream()
                .map(role -> Pattern.quote(role.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("|"));
    }

    /** For a contract whose parties go by these names. */
    static PartyMentions of(Collection<String> names) {
        Set<String> terms = new LinkedHashSet<>();
        names.forEach(name -> add(name, terms));
        return new PartyMentions(terms);
    }

    private static void add(String name, Set<String> terms) {
        String words = name.strip();
        if (words.length() >= 2
                && words.length() <= 80
                && Character.isUpperCase(words.codePointAt(0))
                && !words.matches("(?i)(?:the )?part(?:y|ies)|agreement|you|we|us")) {
            terms.add(words);
        }
    }

    private static String alternatives(Collection<String> names) {
        return names.stream()
                .flatMap(name -> java.util.stream.Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace("’", "\\E[’']\\Q"))
                .collect(Collectors.joining("|"));
    }

    /** Every mention in text order; mere possessives ({@code Supplier's fees}) are left out. */
    List<PartyMention> in(String text) {
        List<PartyMention> mentions = new ArrayList<>();
        if (defined != null) {
            Matcher matcher = defined.matcher(text);
            while (matcher.find()) {
                addNamed(matcher, PartyMention.Sort.DEFINED, mentions);
            }
        }
        List<PartyMention> usual = usualIn(text);
        usual.removeIf(
                one -> mentions.stream().anyMatch(other -> one.start() < other.end() && other.start() < one.end()));
        mentions.addAll(usual);
        mentions.sort(Comparator.comparingInt(PartyMention::start));
        return mentions;
    }

    private static List<PartyMention> usualIn(String text) {
        List<PartyMention> mentions = new ArrayList<>();
        Matcher matcher = USUAL.matcher(text);
        while (matcher.find()) {
            if (matcher.group("none") != null) {
                add(matcher, PartyMention.Sort.NONE, mentions);
            } else if (matcher.group("group") != null) {
                add(matcher, PartyMention.Sort.GROUP, mentions);
            } else if (matcher.group("pronoun") != null) {
                add(matcher, PartyMention.Sort.PRONOUN, mentions);
            } else if (matcher.group("lower") == null) {
                addNamed(matcher, PartyMention.Sort.ROLE, mentions);
            } else if (matcher.group("lowpossessive") == null) {
                mentions.add(new PartyMention(
                        matcher.start(), matcher.end("lower"), matcher.group("lowername"), PartyMention.Sort.ROLE));
            }
        }
        return mentions;
    }

    private static void addNamed(Matcher matcher, PartyMention.Sort sort, List<PartyMention> mentions) {
        if (matcher.group("staff") != null) {
            add(matcher, PartyMention.Sort.STAFF, mentions);
        } else if (matcher.group("possessive") == null) {
            String name = matcher.group("name");
            mentions.add(new PartyMention(
                    matcher.start(), matcher.end("named"), matcher.end("plural") < 0 ? name : name + "s", sort));
        }
    }

    private static void add(Matcher matcher, PartyMention.Sort sort, List<PartyMention> mentions) {
        mentions.add(new PartyMention(matcher.start(), matcher.end(), matcher.group(), sort));
    }
}

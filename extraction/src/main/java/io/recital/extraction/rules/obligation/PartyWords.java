package io.recital.extraction.rules.obligation;

import java.util.List;

/** How contracts name those who owe or are owed, apart from the terms that each defines. */
final class PartyWords {
    static final List<String> ROLES = List.of(
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
            "Subprocessor",
            "Escrow Agent");
    /** Roles that are a party's only where they begin with a capital. */
    static final List<String> NAMED_ROLES = List.of(
            "Executive",
            "Employee",
            "Talent",
            "Artist",
            "Athlete",
            "Endorser",
            "Spokesperson",
            "Player",
            "Driver",
            "Producer",
            "Promoter",
            "Studio",
            "Network",
            "Author",
            "Host",
            "Servicer",
            "Administrator",
            "Custodian",
            "Transfer Agent",
            "Underwriter",
            "Broker",
            "Dealer",
            "Insurer",
            "Reinsurer",
            "Adviser",
            "Advisor",
            "Fund",
            "Trust",
            "University",
            "Institution",
            "Hospital",
            "Investigator",
            "Grantor",
            "Grantee",
            "Assignor",
            "Assignee",
            "Pledgor",
            "Investor",
            "Stockholder",
            "Shareholder",
            "Subscriber",
            "Parent",
            "Collaborator",
            "Sublicensee",
            "Representative",
            "Subsidiary");

    private static final String OF_US = "(?:us|them|you)";
    private static final String QUALIFIED =
            "(?:(?:a|any|the|each)\\s+[Pp]arty\\s+(?:in\\s+(?:violation|breach|default)|that|which|who|to\\s+which|seeking|claiming|concerned|affected|relying|wishing|receiving|giving)\\b"
                    + "[^,;.:]{0,90}?(?=\\s+(?:shall|must|may|will|agrees)\\b)|(?:the|each|any)\\s+(?:one\\s+)?(?:affected|concerned)(?=\\s+(?:shall|must|may|will|tells|gives)\\b))";
    static final String GROUPS = "(?:" + QUALIFIED + "|(?:each|either|both)\\s+of\\s+" + OF_US
            + "|(?:each|either|any)\\s+(?:of\\s+the\\s+)?(?:part(?:y|ies)|Part(?:y|ies))"
            + "(?:\\s+hereto)?|both\\s+(?:of\\s+the\\s+)?[Pp]arties|(?:all|the)\\s+[Pp]arties(?:\\s+hereto)?(?![’'])"
            + "|the\\s+other(?:\\s+[Pp]arty)?(?=\\s+(?:shall|must|may|will)\\b)|the\\s+other\\s+[Pp]arty"
            + "|such\\s+(?:other\\s+)?[Pp]arty|a\\s+[Pp]arty|the\\s+[\\w-]+ing\\s+[Pp]arty"
            + "|(?:the|an?|any|each)\\s+(?:[\\w-]+ing\\s+or\\s+)?[\\w-]+(?:ing|ed)\\s+[Pp]arty|[Tt]he\\s+[Pp]arty)";
    static final String NONES = "(?:neither\\s+(?:of\\s+(?:the\\s+)?(?:[Pp]art(?:y|ies)|" + OF_US
            + ")|[Pp]art(?:y|ies))(?:\\s+hereto)?|neither(?=\\s+(?:shall|may|will|must)\\b)|no\\s+[Pp]arty(?:\\s+hereto)?)";
    private static final String PEOPLE =
            "(?:personnel|employees?|staff|representatives?|subcontractors?|agents?|team|auditors?|affiliates?|engineers?|consultants?|people|officers?|managers?|office|directors?|executives?|laboratory|desk)";
    static final String STAFF = "(?:[’']s?\\s+(?:[\\w-]+\\s+){0,3}?(?i:" + PEOPLE
            + ")\\b(?:\\s+of\\s+\\w+(?:\\s+\\w+)?(?=\\s+(?:shall|must|may|will)\\b))?)";
    /** People of one side or of both, by their office. */
    static final String OFFICES = "(?:(?:[Yy]our|[Oo]ur)\\s+(?:[\\w-]+\\s+){0,3}?" + PEOPLE
            + "\\b|(?:[Ee]ach|[Nn]obody|[Nn]one|[Aa]ny)\\s+(?:of\\s+our\\s+people|in\\s+the\\s+team)"
            + "|(?:[Tt]he|[Aa]n?|[Ee]ach)\\s+(?:[\\w-]+\\s+){0,2}?(?:team|managers|representatives|directors|executives|officers?|executive|programme\\s+lead|project\\s+lead|people\\s+in\\s+the\\s+team)"
            + "(?:\\s+of\\s+(?:(?:[Tt]he|[Ee]ach|[Bb]oth|[Ee]ither)\\s+)?(?:[Pp]art(?:y|ies)|\\p{Lu}\\w+))?(?=,?\\s+(?:who\\s+)?(?:shall|must|may|will)\\b)"
            + "|(?:[Aa]ny|[Ee]ach|[Aa]n)\\s+[Aa]ffiliates?\\s+of\\s+(?:the\\s+)?\\p{Lu}\\w+"
            + "|[Tt]he\\s+[Pp]arties[’']\\s+\\w+)";

    static final String ARTICLE = "(?:\\b(?:[Tt]he|[Ee]ach|[Ss]uch|THE|[Ss]aid|[Aa]ny|[Aa])\\s+)?";
    static final String PRONOUNS = "(?:it|they|It|They)";
    /** Names that begin in lower case: {@code e-Tender}, {@code kiosk.com}; not {@code e-mail}. */
    static final String BRAND =
            "(?:[a-z]-(?!mails?\\b|commerce\\b|business\\b|invoic)\\p{L}\\w*|[a-z][\\w-]{1,30}\\.(?:com|net|org|tv))";
    /** How plain-English contracts name the parties. */
    static final String PERSONS = "(?:we|you|We|You|us)";

    private PartyWords() {}
}

package io.recital.models.finding;

import java.util.List;
import java.util.Set;

/** The 41 clause labels of CUAD v1 (The Atticus Project, CC BY 4.0), by the names its spans bear. */
public final class CuadLabels {
    /** All labels, in a fixed order that trained weights rely on. */
    public static final List<String> ALL = List.of(
            "Affiliate License-Licensee",
            "Affiliate License-Licensor",
            "Agreement Date",
            "Anti-Assignment",
            "Audit Rights",
            "Cap On Liability",
            "Change Of Control",
            "Competitive Restriction Exception",
            "Covenant Not To Sue",
            "Document Name",
            "Effective Date",
            "Exclusivity",
            "Expiration Date",
            "Governing Law",
            "Insurance",
            "Ip Ownership Assignment",
            "Irrevocable Or Perpetual License",
            "Joint Ip Ownership",
            "License Grant",
            "Liquidated Damages",
            "Minimum Commitment",
            "Most Favored Nation",
            "No-Solicit Of Customers",
            "No-Solicit Of Employees",
            "Non-Compete",
            "Non-Disparagement",
            "Non-Transferable License",
            "Notice Period To Terminate Renewal",
            "Parties",
            "Post-Termination Services",
            "Price Restrictions",
            "Renewal Term",
            "Revenue/Profit Sharing",
            "Rofr/Rofo/Rofn",
            "Source Code Escrow",
            "Termination For Convenience",
            "Third Party Beneficiary",
            "Uncapped Liability",
            "Unlimited/All-You-Can-Eat-License",
            "Volume Restriction",
            "Warranty Duration");

    /** The five that name a fact of the contract and not a clause. */
    public static final Set<String> FACTS =
            Set.of("Parties", "Document Name", "Agreement Date", "Effective Date", "Expiration Date");

    private CuadLabels() {}
}

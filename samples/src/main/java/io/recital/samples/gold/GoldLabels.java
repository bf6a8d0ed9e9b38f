package io.recital.samples.gold;

import java.util.Set;

/** The risk terms that gold may name: those of CUAD that are clauses, and a few that it lacks. */
final class GoldLabels {
    static final Set<String> ALL = Set.of(
            "Affiliate License-Licensee",
            "Affiliate License-Licensor",
            "Anti-Assignment",
            "Audit Rights",
            "Cap On Liability",
            "Change Of Control",
            "Competitive Restriction Exception",
            "Covenant Not To Sue",
            "Exclusivity",
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
            "Warranty Duration",
            "Indemnity",
            "Force Majeure",
            "Data Protection",
            "Confidentiality",
            "Set-Off",
            "Sole Remedy");

    private GoldLabels() {}
}

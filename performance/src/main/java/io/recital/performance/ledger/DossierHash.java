package io.recital.performance.ledger;

import io.recital.models.evidence.Sha256;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.ledger.Dossier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;

/** A hash of all that a ledger is computed from: the day, the contracts as they stand, the findings, the facts. */
final class DossierHash {
    private final MessageDigest digest = Sha256.digest();

    private DossierHash() {}

    static Sha256 of(Dossier dossier) {
        DossierHash hash = new DossierHash();
        hash.add(dossier.asOf().toString());
        dossier.family().members().forEach(hash::add);
        dossier.family().relations().forEach(relation -> hash.add(relation.toString()));
        dossier.facts().stream().forEach(fact -> hash.add(fact.toString()));
        return new Sha256(HexFormat.of().formatHex(hash.digest.digest()));
    }

    private void add(FamilyMember member) {
        add(member.contract().id() + " " + member.contract().role() + " "
                + member.contract().document());
        add(new TreeSet<>(member.references()).toString());
        for (Finding finding : member.findings()) {
            add(finding.id() + " " + finding.review() + " " + finding.content());
        }
    }

    private void add(String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}

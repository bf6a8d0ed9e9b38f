package io.recital.performance.ledger;

import io.recital.models.duty.OccurrenceBook;
import io.recital.models.evidence.Sha256;
import io.recital.models.fact.Facts;
import io.recital.models.family.ContractFamily;
import io.recital.models.family.FamilyMember;
import io.recital.models.finding.Finding;
import io.recital.models.finding.LostStatement;
import io.recital.models.ledger.Dossier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What the ledger of one counterparty is computed from; its facts are read only when they are needed.
 *
 * @param state of the facts: another one when a fact was added or changed
 * @param facts reads them in the name of the current tenant
 * @param book what people did about the times at which its duties fall due
 */
public record DossierSource(ContractFamily family, String state, Supplier<Facts> facts, OccurrenceBook book) {
    /** One in which nobody did anything about duties. */
    public DossierSource(ContractFamily family, String state, Supplier<Facts> facts) {
        this(family, state, facts, OccurrenceBook.EMPTY);
    }

    /** Reads all of it. */
    public Dossier read(LocalDate asOf) {
        return new Dossier(family, facts.get(), asOf).with(book);
    }

    /** A hash of all that a ledger is computed from: the day, the contracts as they stand, the findings, the facts. */
    Sha256 hash(LocalDate asOf) {
        MessageDigest digest = Sha256.digest();
        add(digest, asOf.toString());
        family.members().forEach(member -> add(digest, member));
        family.relations().forEach(relation -> add(digest, relation.toString()));
        book.records().forEach(record -> add(digest, record.toString()));
        add(digest, state);
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(MessageDigest digest, FamilyMember member) {
        add(
                digest,
                member.contract().id() + " " + member.contract().role() + " "
                        + member.contract().document());
        add(digest, new TreeSet<>(member.references()).toString());
        for (Finding finding : member.findings()) {
            add(digest, finding.id() + " " + finding.review() + " " + finding.content());
        }
        for (LostStatement lost : member.lost()) {
            add(digest, lost.finding().id() + " " + lost.document() + " " + lost.reason());
        }
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}

package io.recital.eval.answers;

import io.recital.models.evidence.Citation;
import io.recital.retrieval.answer.Answer;
import io.recital.retrieval.answer.AnswerSentence;
import io.recital.samples.SamplePortfolio;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the portfolio's contracts are called, and whose they are. */
final class PortfolioNames {
    private final Map<String, SamplePortfolio.Document> byFile;
    private final String all;

    PortfolioNames(SamplePortfolio portfolio) {
        this.byFile = portfolio.documents().stream()
                .collect(Collectors.toMap(SamplePortfolio.Document::file, Function.identity()));
        this.all = names(byFile.keySet());
    }

    /** The names of all contracts that a sentence cites. */
    String of(AnswerSentence sentence) {
        return names(sentence.citations().stream().map(Citation::file).toList());
    }

    private String names(Collection<String> files) {
        return files.stream()
                .distinct()
                .flatMap(file -> Stream.concat(Stream.of(file.replaceAll("[-_.]", " ")), known(file)))
                .collect(Collectors.joining(" "));
    }

    private Stream<String> known(String file) {
        return Stream.ofNullable(byFile.get(file))
                .flatMap(document -> Stream.of(document.title(), document.counterparty()));
    }

    /** An item such as {@code old: EUR 100} without a name that no contract bears. */
    String withoutStrangeName(String item) {
        int colon = item.indexOf(": ");
        boolean borne = colon < 0 || GoldWords.of(item.substring(0, colon)).areIn(all);
        return borne ? item : item.substring(colon + 2);
    }

    /** Whether a sentence cites a contract with a counterparty of the gold's, which may be with any when it quotes none. */
    boolean sharesCounterparty(AnswerSentence sentence, BankQuestion question) {
        Set<String> gold = goldCounterparties(question);
        return gold.isEmpty()
                || sentence.citations().stream().anyMatch(citation -> gold.contains(counterparty(citation.file())));
    }

    /** Counterparties that an answer cites and that neither the gold's quotes nor its items name. */
    List<String> otherCounterparties(Answer answer, BankQuestion question) {
        Set<String> others = answer.citations().stream()
                .map(citation -> counterparty(citation.file()))
                .collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(goldCounterparties(question));
        return List.copyOf(others);
    }

    private Set<String> goldCounterparties(BankQuestion question) {
        return question.quoted().stream()
                .map(quote -> counterparty(quote.file()))
                .collect(Collectors.toSet());
    }

    private String counterparty(String file) {
        SamplePortfolio.Document document = byFile.get(file);
        return document == null ? file : document.counterparty();
    }
}

package io.recital.eval;

import io.recital.eval.answers.AnswersCommand;
import io.recital.eval.clauses.ClausesCommand;
import io.recital.eval.findings.FindingsCommand;
import io.recital.eval.ledger.LedgerCommand;
import io.recital.eval.ledger.RelationsCommand;
import io.recital.eval.questions.TrainQuestionsCommand;
import io.recital.eval.ranking.RankingCommand;
import io.recital.eval.retrieval.RetrievalCommand;
import io.recital.eval.train.TrainClausesCommand;
import io.recital.eval.train.TrainRerankerCommand;
import picocli.CommandLine.Command;

/** {@code eval}: every measurement against labelled data, and the training of weights. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Measures Recital on labelled contracts, and trains its weights.",
        subcommands = {
            AnswersCommand.class,
            ClausesCommand.class,
            FindingsCommand.class,
            LedgerCommand.class,
            RelationsCommand.class,
            RankingCommand.class,
            RetrievalCommand.class,
            TrainClausesCommand.class,
            TrainQuestionsCommand.class,
            TrainRerankerCommand.class
        })
public final class EvalCommand {}

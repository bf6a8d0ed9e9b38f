package io.recital.eval.answers;

import io.recital.retrieval.answer.Answer;

/**
 * A question with its answer and what was judged of it.
 *
 * @param verified citations of the answer whose quote stands, character by character, in the stored text that they name
 */
record Outcome(BankQuestion question, Answer answer, Verdict verdict, int citations, int verified) {}

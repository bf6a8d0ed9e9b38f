/** Contracts as single statements, sentences and table rows, and how well each fits a question. */
@NullMarked
package io.recital.retrieval.statement;

import org.jspecify.annotations.NullMarked;

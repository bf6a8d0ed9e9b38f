/** Ingestion and questions beside a stock LangChain4j pipeline, on the same documents in the same run. */
@NullMarked
package io.recital.eval.bench.pipeline;

import org.jspecify.annotations.NullMarked;

/** What can be told of how contracts were performed, and which of it a question asks for. */
@NullMarked
package io.recital.retrieval.performance;

import org.jspecify.annotations.NullMarked;

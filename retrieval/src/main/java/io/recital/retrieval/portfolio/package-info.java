/** What several contracts say of one subject: asked for, gathered, held against each other and computed with. */
@NullMarked
package io.recital.retrieval.portfolio;

import org.jspecify.annotations.NullMarked;

/** Rules that read contract wording without a model: values, facts, levers, obligations, measures. */
@NullMarked
package io.recital.extraction.rules;

import org.jspecify.annotations.NullMarked;

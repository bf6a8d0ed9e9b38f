/** Commercial levers: the rights and terms that move money or leverage, with typed parameters. */
@NullMarked
package io.recital.extraction.rules.lever;

import org.jspecify.annotations.NullMarked;

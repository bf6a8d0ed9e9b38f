/** Vectors that measurements and training use again and again, kept on disk. */
@NullMarked
package io.recital.eval.embedding;

import org.jspecify.annotations.NullMarked;

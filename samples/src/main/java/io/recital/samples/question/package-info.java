/** Questions about the portfolio with the answers that are right. */
@NullMarked
package io.recital.samples.question;

import org.jspecify.annotations.NullMarked;

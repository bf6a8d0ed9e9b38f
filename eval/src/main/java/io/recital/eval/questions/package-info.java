/** How people ask for each type of clause: what teaches search to tell it, and what is only asked to measure that. */
@NullMarked
package io.recital.eval.questions;

import org.jspecify.annotations.NullMarked;

/** What each document says, written down from its source. */
@NullMarked
package io.recital.samples.gold;

import org.jspecify.annotations.NullMarked;

/** Who the parties of a contract are and whom its words for them mean. */
@NullMarked
package io.recital.extraction.rules.party;

import org.jspecify.annotations.NullMarked;

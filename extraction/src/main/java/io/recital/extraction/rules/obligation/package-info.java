/** Rules that read duties, prohibitions and rights from sentences and list items. */
@NullMarked
package io.recital.extraction.rules.obligation;

import org.jspecify.annotations.NullMarked;

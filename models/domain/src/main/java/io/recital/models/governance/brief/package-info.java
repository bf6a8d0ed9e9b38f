/** What to bring to a renewal: what a counterparty kept and cost, what its contracts lack, and what to ask for. */
@NullMarked
package io.recital.models.governance.brief;

import org.jspecify.annotations.NullMarked;

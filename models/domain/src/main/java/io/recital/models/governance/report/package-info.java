/** What governance records come to when they are held against contracts, facts and ledgers, and the reports of it. */
@NullMarked
package io.recital.models.governance.report;

import org.jspecify.annotations.NullMarked;

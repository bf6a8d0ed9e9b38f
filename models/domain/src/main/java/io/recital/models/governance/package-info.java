/** What people keep to steer contracts by: objectives, meetings, actions, risks, ideas, disputes. It knows no ledger. */
@NullMarked
package io.recital.models.governance;

import org.jspecify.annotations.NullMarked;

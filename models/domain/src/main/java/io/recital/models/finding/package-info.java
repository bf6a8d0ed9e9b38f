/** What was promised: facts, obligations, performance measures, milestones, commercial levers. */
@NullMarked
package io.recital.models.finding;

import org.jspecify.annotations.NullMarked;

/** What was delivered, measured, invoiced and paid: the facts that contracts are held against. */
@NullMarked
package io.recital.models.fact;

import org.jspecify.annotations.NullMarked;

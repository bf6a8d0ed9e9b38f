/** How a counterparty's documents stand to each other, and which of them speaks on a day. */
@NullMarked
package io.recital.models.family;

import org.jspecify.annotations.NullMarked;

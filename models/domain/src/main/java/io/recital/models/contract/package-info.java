/** What a contract is: its documents, parties, roles and identity. */
@NullMarked
package io.recital.models.contract;

import org.jspecify.annotations.NullMarked;

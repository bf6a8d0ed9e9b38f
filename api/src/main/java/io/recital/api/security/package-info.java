/** Who may ask: API keys and the tenant each belongs to. */
@NullMarked
package io.recital.api.security;

import org.jspecify.annotations.NullMarked;

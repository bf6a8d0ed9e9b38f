/** What a contract gives to whoever was let down, and how far it went. */
@NullMarked
package io.recital.api.remedy;

import org.jspecify.annotations.NullMarked;

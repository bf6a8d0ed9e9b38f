/** Reports as named columns and rows, whatever they are about, so that one code writes all of them in all formats. */
@NullMarked
package io.recital.models.report;

import org.jspecify.annotations.NullMarked;

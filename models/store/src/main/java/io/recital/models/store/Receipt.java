package io.recital.models.store;

import io.recital.models.contract.DocumentVersion;

/**
 * What became of a file that was handed in.
 *
 * @param isNew whether a document version was made; false when the tenant has had the same bytes before
 */
public record Receipt(DocumentVersion document, boolean isNew) {}

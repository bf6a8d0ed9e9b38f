package io.recital.ingestion.document;

/**
 * How far archives and mails are unpacked.
 *
 * @param maxFileBytes largest single file in an archive
 * @param maxTotalBytes most bytes that one archive may unpack to
 * @param maxEntries most entries of one archive
 * @param maxRatio most unpacked bytes per packed byte, once more than a megabyte was unpacked
 * @param maxDepth archives within archives
 */
public record ExpansionLimits(long maxFileBytes, long maxTotalBytes, int maxEntries, int maxRatio, int maxDepth) {
    public static final ExpansionLimits STANDARD =
            new ExpansionLimits(ParserSettings.MAX_FILE_BYTES, 2L * 1024 * 1024 * 1024, 10_000, 150, 3);

    public ExpansionLimits {
        if (maxFileBytes < 1 || maxTotalBytes < 1 || maxEntries < 1 || maxRatio < 1 || maxDepth < 1) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }
}

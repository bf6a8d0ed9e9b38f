package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Unpacks a zip archive entry by entry; an entry that is refused does not keep the others out. */
final class ZipExpansion {
    private final IncomingFiles files;
    private final ExpansionLimits limits;
    private final Consumer<Incoming> receiver;

    ZipExpansion(IncomingFiles files, ExpansionLimits limits, Consumer<Incoming> receiver) {
        this.files = files;
        this.limits = limits;
        this.receiver = receiver;
    }

    /** Whether the zip is one Office, OpenDocument or e-book document rather than a collection. */
    static boolean isOneDocument(Path file, String name) {
        try (ZipFile zip = open(file)) {
            return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
        } catch (IOException e) {
            return !SourceFile.extensionOf(name).equals("zip");
        }
    }

    private static ZipFile open(Path file) throws IOException {
        return ZipFile.builder().setPath(file).get();
    }

    void expand(Path file, String name, @Nullable String container, int depth) throws IOException {
        String own = container == null ? name : container + "/" + name;
        if (depth >= limits.maxDepth()) {
            receiver.accept(IncomingFiles.refused(
                    name,
                    container,
                    RefusalCategory.TOO_LARGE,
                    "It is nested in more than " + limits.maxDepth() + " archives."));
            return;
        }
        Unpacking unpacking = new Unpacking(limits, Files.size(file));
        try (ZipFile zip = open(file)) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            boolean any = false;
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                unpacking.next();
                if (!entry.isDirectory()) {
                    any = true;
                    expandEntry(zip, entry, own, depth, unpacking);
                }
            }
            if (!any) {
                receiver.accept(
                        IncomingFiles.refused(name, container, RefusalCategory.EMPTY, "The archive holds no files."));
            }
        } catch (Unpacking.LimitExceeded e) {
            receiver.accept(
                    IncomingFiles.refused(name, container, RefusalCategory.TOO_LARGE, String.valueOf(e.getMessage())));
        }
    }

    private void expandEntry(ZipFile zip, ZipArchiveEntry entry, String own, int depth, Unpacking unpacking)
            throws Unpacking.LimitExceeded {
        String name = TextAssembly.storable(entry.getName()).replace('\\', '/').replaceAll("[\\n\\r\\t]", " ");
        Incoming.Refused refusal = findRefusal(zip, entry, name, own);
        if (refusal != null) {
            receiver.accept(refusal);
            return;
        }
        Path unpacked = null;
        try {
            try (InputStream bytes = zip.getInputStream(entry)) {
                unpacked = unpacking.unpack(bytes);
            }
            files.expandFile(unpacked, name, own, depth + 1, receiver);
        } catch (Unpacking.LimitExceeded e) {
            if (e.endsContainer()) {
                throw e;
            }
            receiver.accept(
                    IncomingFiles.refused(name, own, RefusalCategory.TOO_LARGE, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            receiver.accept(IncomingFiles.refused(
                    name, own, RefusalCategory.DAMAGED, "The archive's copy of this file is damaged."));
        } finally {
            delete(unpacked);
        }
    }

    static void delete(@Nullable Path unpacked) {
        if (unpacked != null && !unpacked.toFile().delete()) {
            unpacked.toFile().deleteOnExit();
        }
    }

    private static Incoming.@Nullable Refused findRefusal(ZipFile zip, ZipArchiveEntry entry, String name, String own) {
        if (isOutside(name)) {
            return IncomingFiles.refused(
                    name, own, RefusalCategory.UNSAFE, "Its name in the archive points outside the archive.");
        }
        if (IncomingFiles.isSystemFile(name)) {
            return IncomingFiles.systemFile(name, own);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return IncomingFiles.refused(
                    name,
                    own,
                    RefusalCategory.PASSWORD_PROTECTED,
                    "It is protected by a password; pack it without one and send it again.");
        }
        if (entry.isUnixSymlink()) {
            return IncomingFiles.refused(name, own, RefusalCategory.UNSAFE, "It is a link, not a file.");
        }
        return zip.canReadEntryData(entry)
                ? null
                : IncomingFiles.refused(
                        name, own, RefusalCategory.UNSUPPORTED_TYPE, "It is packed by a method that is not supported.");
    }

    private static boolean isOutside(String name) {
        if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return true;
        }
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }
}

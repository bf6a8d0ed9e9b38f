package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files in paths, folders, archives and mails, one at a time: what is unpacked is deleted again as soon as the
 * receiver has returned.
 */
public final class IncomingFiles {
    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx");
    private static final int MAGIC = 4;

    private final ExpansionLimits limits;

    public IncomingFiles(ExpansionLimits limits) {
        this.limits = limits;
    }

    /** Hands every file under the paths to the receiver, folders in the order of their names. */
    public void expand(List<Path> paths, Consumer<Incoming> receiver) {
        for (Path path : paths) {
            String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
            if (Files.isDirectory(path)) {
                expandFolder(path, "", receiver);
            } else {
                expandFile(path, name, null, 0, receiver);
            }
        }
    }

    /** Hands over a single file under a name that may differ from the path's, such as an upload's. */
    public void expand(Path file, String name, Consumer<Incoming> receiver) {
        expandFile(file, name, null, 0, receiver);
    }

    private void expandFolder(Path folder, String prefix, Consumer<Incoming> receiver) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (IOException e) {
            String name = prefix.isEmpty() ? String.valueOf(folder.getFileName()) : prefix;
            receiver.accept(refused(name, null, RefusalCategory.UNREADABLE, "The folder cannot be read."));
            return;
        }
        children.sort(null);
        for (Path child : children) {
            String name = prefix + child.getFileName();
            if (isSystemFile(name)) {
                receiver.accept(systemFile(name, null));
            } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                expandFolder(child, name + "/", receiver);
            } else {
                expandFile(child, name, null, 0, receiver);
            }
        }
    }

    /** Hands over the file, or what is in it. */
    void expandFile(Path file, String name, @Nullable String container, int depth, Consumer<Incoming> receiver) {
        Incoming.Refused refusal = findRefusal(file, name, container);
        if (refusal != null) {
            receiver.accept(refusal);
            return;
        }
        try {
            if (isZip(file, name)) {
                new ZipExpansion(this, limits, receiver).expand(file, name, container, depth);
                return;
            }
            receiver.accept(new Incoming.File(name, container, file));
            if (isMail(name)) {
                new MailExpansion(this, limits, receiver).expand(file, name, container, depth);
            }
        } catch (IOException e) {
            receiver.accept(refused(
                    name,
                    container,
                    RefusalCategory.DAMAGED,
                    "The file cannot be unpacked: it is damaged or incomplete."));
        }
    }

    private Incoming.@Nullable Refused findRefusal(Path file, String name, @Nullable String container) {
        if (!Files.exists(file)) {
            return refused(name, container, RefusalCategory.UNREADABLE, "There is no such file.");
        }
        if (!Files.isRegularFile(file)) {
            return refused(name, container, RefusalCategory.UNREADABLE, "This is no regular file.");
        }
        if (!Files.isReadable(file)) {
            return refused(
                    name, container, RefusalCategory.UNREADABLE, "The file may not be read; change its permissions.");
        }
        try {
            long size = Files.size(file);
            return size <= limits.maxFileBytes()
                    ? null
                    : refused(name, container, DocumentParser.tooLarge(size, limits.maxFileBytes()));
        } catch (IOException e) {
            return refused(name, container, RefusalCategory.UNREADABLE, "The file cannot be read from the disk.");
        }
    }

    /** A zip archive of documents; Office documents and the like are zips too, but one document each. */
    private static boolean isZip(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(MAGIC);
            boolean zip = magic.length == MAGIC
                    && magic[0] == 'P'
                    && magic[1] == 'K'
                    && ((magic[2] == 3 && magic[3] == 4) || (magic[2] == 5 && magic[3] == 6));
            return zip && !ZipExpansion.isOneDocument(file, name);
        }
    }

    private static boolean isMail(String name) {
        return SourceFile.extensionOf(name).equals("eml");
    }

    /** What an operating system or an office program leaves beside documents. */
    static boolean isSystemFile(String name) {
        for (String part : name.split("/")) {
            String lower = part.toLowerCase(Locale.ROOT);
            if (SYSTEM_FILES.contains(lower)
                    || (lower.startsWith(".") && !lower.equals("."))
                    || lower.startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    static Incoming.Refused systemFile(String name, @Nullable String container) {
        return refused(
                name,
                container,
                RefusalCategory.UNSUPPORTED_TYPE,
                "A hidden file of the operating system or an office program, not a document.");
    }

    static Incoming.Refused refused(String name, @Nullable String container, RefusalCategory category, String reason) {
        return new Incoming.Refused(name, container, category, reason);
    }

    static Incoming.Refused refused(String name, @Nullable String container, ParseOutcome.Refused refusal) {
        return refused(name, container, refusal.category(), refusal.reason());
    }
}

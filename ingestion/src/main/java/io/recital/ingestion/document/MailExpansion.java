package io.recital.ingestion.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the attachments out of a mail; the mail's own words are read from the mail itself. */
final class MailExpansion {
    private final IncomingFiles files;
    private final ExpansionLimits limits;
    private final Consumer<Incoming> receiver;

    MailExpansion(IncomingFiles files, ExpansionLimits limits, Consumer<Incoming> receiver) {
        this.files = files;
        this.limits = limits;
        this.receiver = receiver;
    }

    void expand(Path mail, String name, @Nullable String container, int depth) throws IOException {
        String own = container == null ? name : container + "/" + name;
        Unpacking unpacking = new Unpacking(limits, Files.size(mail));
        try (InputStream bytes = Files.newInputStream(mail)) {
            MailParts.read(bytes, new MailParts.Sink() {
                @Override
                public void attachment(String attachment, InputStream content) throws IOException {
                    unpacking.next();
                    expandAttachment(attachment, content, own, depth, unpacking);
                }
            });
        } catch (Unpacking.LimitExceeded e) {
            receiver.accept(
                    IncomingFiles.refused(name, container, RefusalCategory.TOO_LARGE, String.valueOf(e.getMessage())));
        }
    }

    private void expandAttachment(String name, InputStream content, String own, int depth, Unpacking unpacking)
            throws IOException {
        if (depth >= limits.maxDepth()) {
            receiver.accept(IncomingFiles.refused(
                    name,
                    own,
                    RefusalCategory.TOO_LARGE,
                    "It is nested in more than " + limits.maxDepth() + " mails."));
            return;
        }
        Path unpacked = unpacking.unpack(content);
        try {
            files.expandFile(unpacked, name, own, depth + 1, receiver);
        } finally {
            ZipExpansion.delete(unpacked);
        }
    }
}

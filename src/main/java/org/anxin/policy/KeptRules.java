package org.anxin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.anxin.rulebook.RuleFiles;
import org.jspecify.annotations.Nullable;

/**
 * The last good version of the rule files, kept so that a restart on bad files can go on with it: one zip file, replaced
 * as a whole.
 *
 * @param file where it is kept
 */
record KeptRules(Path file) {

    /** Keeps these files; when this returns they survive a crash of the machine. */
    void keep(RuleFiles files) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream out = Channels.newOutputStream(channel)) {
            RulesArchive.write(files, out);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        }
    }

    /**
     * The files kept last, or null if none were.
     *
     * @throws IOException if they cannot be read whole
     */
    @Nullable
    RuleFiles read() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return RulesArchive.read(in);
        }
    }
}

package org.anxin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Says that a directory belongs to this JVM. The operating system drops it when the JVM ends, however it ends, so that
 * it never has to be cleared by hand.
 */
final class OwnerLock implements AutoCloseable {
    private final FileChannel channel;

    private OwnerLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory, which is created if missing.
     *
     * @throws DatabaseStartException if another JVM has it, or the directory belongs to another user
     * @throws IOException if the file system fails
     */
    static OwnerLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        refuseOthersDirectory(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new DatabaseStartException(new Bilingual(
                    "数据库目录 " + directory + " 正由另一个正在运行的服务使用，本服务未启动。请先停止该服务，或将 anxin.data.directory 设为其他目录。",
                    "Another running service uses the database directory " + directory + ", so this one did not start."
                            + " Stop the other one, or set anxin.data.directory to another directory."));
        }
        return new OwnerLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** PostgreSQL would refuse too, in English and in a log file. */
    private static void refuseOthersDirectory(Path directory) throws IOException {
        Path cluster = directory.resolve("cluster");
        Path place = Files.exists(cluster) ? cluster : directory;
        if (!Files.getAttribute(place, "unix:uid").equals(UserId.own())) {
            String owner = Files.getOwner(place).getName();
            throw new DatabaseStartException(
                    new Bilingual(
                            "数据库目录 " + place + " 属于用户 " + owner + "，本服务未启动。请以该用户身份运行服务，或将 anxin.data.directory 设为其他目录。",
                            "The database directory " + place + " belongs to the user " + owner
                                    + ", so the service did not"
                                    + " start. Run the service as that user, or set anxin.data.directory to another directory."));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.anxin.lake;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory that is there as a whole or not at all: it is filled under another name. */
final class LakeDirectory implements AutoCloseable {
    private final Path target;
    private final Path filling;

    /** @throws FileAlreadyExistsException if there is such a directory: a lake never changes under whoever reads it */
    LakeDirectory(Path target) throws IOException {
        this.target = target.toAbsolutePath().normalize();
        if (Files.exists(this.target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        @Nullable Path parent = Objects.requireNonNull(this.target.getParent());
        Files.createDirectories(parent);
        this.filling = Files.createTempDirectory(parent, ".lake-");
    }

    /** Where to write. */
    Path filling() {
        return filling;
    }

    /** Shows it under its name. */
    void show() throws IOException {
        Files.move(filling, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not shown. */
    @Override
    public void close() throws IOException {
        if (!Files.exists(filling)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> all = Files.walk(filling)) {
            left = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}

package org.anxin.policy;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anxin.rulebook.RuleFiles;

/**
 * The directory in which policy staff edit rule files.
 *
 * @param path where it is
 */
record RuleDirectory(Path path) {
    private static final String SHIPPED = "rules";

    /** Fills it with the shipped rules if it is missing or empty; files that are there are never touched. */
    void fillIfEmpty() throws IOException {
        Files.createDirectories(path);
        try (Stream<Path> files = Files.list(path)) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        ClassPathUtils.consumeAsPaths(SHIPPED, this::copy);
    }

    private void copy(Path shipped) {
        try {
            for (Path source : RuleFiles.paths(shipped)) {
                Path target = path.resolve(shipped.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files as they are now. */
    RuleFiles read() throws IOException {
        return RuleFiles.read(path);
    }

    /** Changes whenever a rule file is saved, added, renamed or removed; cheap enough to ask ten times a second. */
    List<String> fingerprint() throws IOException {
        List<String> prints = new ArrayList<>();
        for (Path file : RuleFiles.paths(path)) {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            prints.add(
                    file + " " + attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
        }
        return prints;
    }
}

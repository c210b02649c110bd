package org.anxin.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A container image as {@code docker load} takes it.
 *
 * @param config how it runs
 * @param root where its layers were unpacked, one upon the other
 * @param modes of every file and directory, by its path below the root
 * @param owners by number, likewise
 */
record ImageTar(JsonNode config, Path root, Map<String, Integer> modes, Map<String, Long> owners) {
    private static final int OTHERS_WRITE = 02;

    /** Unpacks an image into a directory. */
    static ImageTar unpacked(Path tar, Path directory) throws IOException {
        Path parts = Files.createDirectory(directory.resolve("parts"));
        ImageTar image = new ImageTar(
                new ObjectMapper().createObjectNode(),
                Files.createDirectory(directory.resolve("root")),
                new HashMap<>(),
                new HashMap<>());
        try (InputStream file = Files.newInputStream(tar)) {
            new ImageTar(image.config, parts, new HashMap<>(), new HashMap<>()).unpack(file);
        }
        JsonNode manifest = tree(parts.resolve("manifest.json")).get(0);
        for (JsonNode layer : manifest.get("Layers")) {
            try (InputStream packed = new GZIPInputStream(Files.newInputStream(parts.resolve(layer.asText())))) {
                image.unpack(packed);
            }
        }
        JsonNode config = tree(parts.resolve(manifest.get("Config").asText())).get("config");
        return new ImageTar(config, image.root, image.modes, image.owners);
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private void unpack(InputStream archive) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                String name = "/" + root.relativize(file);
                modes.put(name, entry.getMode() & 0777);
                owners.put(name, entry.getLongUserId());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    openTo(file, entry.getMode());
                } else {
                    Files.copy(tar, file);
                }
            }
        }
    }

    private static void openTo(Path directory, int mode) throws IOException {
        if ((mode & OTHERS_WRITE) != 0) {
            Set<PosixFilePermission> all = new HashSet<>(Set.of(PosixFilePermission.values()));
            Files.setPosixFilePermissions(directory, all);
        }
    }
}

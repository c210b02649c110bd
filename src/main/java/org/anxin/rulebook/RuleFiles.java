package org.anxin.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a rule directory, as written: rule files, words, directives and cases. Line ends are normalised, so the
 * same files have the same id on any machine. Immutable.
 */
public final class RuleFiles {
    /** Largest rule file, in bytes. Refused before anything is read into memory. */
    public static final int MAX_FILE_BYTES = 256 * 1024;

    /** Most files in a rule directory. */
    public static final int MAX_FILES = 1000;

    private final Map<String, String> texts;
    private final List<Mistake> unreadable;
    private final String id;

    private RuleFiles(Map<String, String> texts, List<Mistake> unreadable) {
        this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        this.unreadable = List.copyOf(unreadable);
        this.id = hash(this.texts);
    }

    /** Files given by path and text, as tests and stored versions have them. */
    public static RuleFiles of(Map<String, String> texts) {
        Map<String, String> normalised = new TreeMap<>();
        texts.forEach((path, text) -> normalised.put(path, normalised(text)));
        return new RuleFiles(normalised, List.of());
    }

    /**
     * Reads a directory. Files of other kinds than {@code .drl} and {@code .yaml}, and hidden ones, are not part of the
     * rules. What cannot be read becomes a mistake.
     *
     * @throws IOException if the directory itself cannot be read
     */
    public static RuleFiles read(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        List<Mistake> unreadable = new ArrayList<>();
        List<Path> paths = paths(directory);
        if (paths.size() > MAX_FILES) {
            unreadable.add(MistakeCode.TOO_MANY_FILES.at(new Position(".", 1, 1), MAX_FILES));
            paths = List.of();
        }
        for (Path path : paths) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            if (Files.size(path) > MAX_FILE_BYTES) {
                unreadable.add(MistakeCode.FILE_TOO_LARGE.at(new Position(name, 1, 1), MAX_FILE_BYTES));
                continue;
            }
            try {
                texts.put(name, normalised(utf8(Files.readAllBytes(path))));
            } catch (CharacterCodingException e) {
                unreadable.add(MistakeCode.NOT_UTF8.at(new Position(name, 1, 1)));
            }
        }
        return new RuleFiles(texts, unreadable);
    }

    /**
     * The rule files below {@code directory}, sorted.
     *
     * @throws IOException if it cannot be listed
     */
    public static List<Path> paths(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory, 8)) {
            return walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> belongs(directory.relativize(path)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Texts by path within the directory. */
    public Map<String, String> texts() {
        return texts;
    }

    /** {@code sha256:} and the hash over all paths and texts. */
    public String id() {
        return id;
    }

    /** What could not be read at all. */
    List<Mistake> unreadable() {
        return unreadable;
    }

    private static boolean belongs(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.toString();
        return name.endsWith(".drl") || name.endsWith(".yaml");
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String normalised(String text) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        return unix.startsWith("\uFEFF") ? unix.substring(1) : unix;
    }

    private static String hash(Map<String, String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                update(digest, path);
                update(digest, text);
            });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Length before content, so that no two sets of files run together to the same bytes. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}

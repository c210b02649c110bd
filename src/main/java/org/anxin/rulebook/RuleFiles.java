package org.anxin.rulebook;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.regex.Pattern;
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

    /** Most bytes of all files of a rule directory together. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int DEEPEST = 8;
    private static final int LONGEST_NAME = 200;

    /** Also what a text editor makes of a rule file that it does not know. */
    private static final Pattern LIKELY = Pattern.compile("\\.(drl|ya?ml)(\\.txt)?$", Pattern.CASE_INSENSITIVE);

    /** No backslash, which other systems take for a slash, and no character that could not be decoded. */
    private static final Pattern PART = Pattern.compile("[^./~\\\\\\uFFFD][^/\\\\\\uFFFD]*");

    private final Map<String, String> texts;
    private final List<Mistake> unread;
    private final String id;

    private RuleFiles(Gathered gathered) {
        this.texts = Collections.unmodifiableMap(gathered.texts);
        this.unread = List.copyOf(gathered.unread);
        this.id = hash(texts, unread);
    }

    /** Files given by path and text, as tests and stored versions have them. */
    public static RuleFiles of(Map<String, String> texts) {
        Gathered gathered = new Gathered();
        new TreeMap<>(texts).forEach((name, text) -> gathered.add(name, () -> text.getBytes(StandardCharsets.UTF_8)));
        return new RuleFiles(gathered);
    }

    /**
     * Reads a directory. Files of other kinds than {@code .drl} and {@code .yaml}, and hidden ones, are not part of the
     * rules. What cannot be read becomes a mistake; links within the directory are not followed.
     *
     * @throws IOException if the directory itself cannot be read
     */
    public static RuleFiles read(Path directory) throws IOException {
        Gathered gathered = new Gathered();
        for (Path path : paths(directory)) {
            Path relative = directory.relativize(path);
            String separator = relative.getFileSystem().getSeparator();
            gathered.add(relative.toString().replace(separator, "/"), () -> bytes(path));
        }
        return new RuleFiles(gathered);
    }

    /**
     * The rule files below {@code directory}, sorted, with those whose names look so much like a rule file's that whoever
     * saved them will have meant one.
     *
     * @throws IOException if it cannot be listed
     */
    public static List<Path> paths(Path directory) throws IOException {
        // A walk that begins at a link ends there too.
        Path root = Files.isSymbolicLink(directory) ? directory.toRealPath() : directory;
        try (Stream<Path> walk = Files.walk(root, DEEPEST)) {
            return walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(root::relativize)
                    .filter(RuleFiles::concerns)
                    .limit(MAX_FILES + 1)
                    .sorted()
                    .map(directory::resolve)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Texts by path within the directory. */
    public Map<String, String> texts() {
        return texts;
    }

    /** The same files, but for one that is written, or written anew. */
    public RuleFiles with(String path, String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(path, text);
        return of(changed);
    }

    /** {@code sha256:} and the hash over all paths and texts. */
    public String id() {
        return id;
    }

    /** What was not read, and why. */
    List<Mistake> unread() {
        return unread;
    }

    /** Names of editors' own files begin with a dot or a tilde. */
    private static boolean concerns(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("~")) {
                return false;
            }
        }
        return LIKELY.matcher(relative.toString()).find();
    }

    private static boolean legible(String name) {
        return name.length() <= LONGEST_NAME
                && Characters.firstHidden(name) < 0
                && Stream.of(name.split("/", -1)).allMatch(PART.asMatchPredicate());
    }

    private static byte[] bytes(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no regular file");
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(MAX_FILE_BYTES + 1);
        }
    }

    /** The texts gathered so far, and what was wrong with the others. */
    private static final class Gathered {
        private final Map<String, String> texts = new TreeMap<>();
        private final List<Mistake> unread = new ArrayList<>();
        private int bytes;
        private boolean full;

        private interface Content {
            byte[] read() throws IOException;
        }

        void add(String name, Content content) {
            Position at = new Position(Characters.shown(name, LONGEST_NAME), 1, 1);
            if (full) {
                return;
            }
            if (!legible(name)) {
                unread.add(MistakeCode.FILE_NAME_REFUSED.at(at));
            } else if (!name.endsWith(".drl") && !name.endsWith(".yaml")) {
                unread.add(MistakeCode.FILE_IGNORED.at(at));
            } else if (texts.size() == MAX_FILES) {
                fill(MistakeCode.TOO_MANY_FILES.at(new Position(".", 1, 1), MAX_FILES));
            } else {
                read(name, at, content);
            }
        }

        private void read(String name, Position at, Content content) {
            try {
                byte[] read = content.read();
                bytes += Math.min(read.length, MAX_FILE_BYTES);
                if (read.length > MAX_FILE_BYTES) {
                    unread.add(MistakeCode.FILE_TOO_LARGE.at(at, MAX_FILE_BYTES));
                } else if (bytes > MAX_BYTES) {
                    fill(MistakeCode.DIRECTORY_TOO_LARGE.at(new Position(".", 1, 1), MAX_BYTES));
                } else {
                    texts.put(name, normalised(utf8(read)));
                }
            } catch (CharacterCodingException e) {
                unread.add(MistakeCode.NOT_UTF8.at(at));
            } catch (IOException e) {
                unread.add(MistakeCode.FILE_UNREADABLE.at(at));
            }
        }

        private void fill(Mistake tooMuch) {
            unread.add(tooMuch);
            full = true;
        }
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

    /** What could not be read counts too, so that files with mistakes never have the id of a ruleset. */
    private static String hash(Map<String, String> texts, List<Mistake> unread) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                update(digest, path);
                update(digest, text);
            });
            unread.stream().filter(Mistake::fatal).forEach(mistake -> update(digest, mistake.text()));
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

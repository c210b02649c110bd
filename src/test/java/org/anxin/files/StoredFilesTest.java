package org.anxin.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredFilesTest {
    private static final Set<FileKind> ALL = EnumSet.allOf(FileKind.class);
    private static final byte[] PDF = "%PDF-1.7\nabc".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1};

    @TempDir
    Path directory;

    private StoredFiles files;

    @BeforeEach
    void open() {
        files = new StoredFiles(directory.resolve("files"));
    }

    @Test
    void aFileComesBackAsItWasWithItsKindAndItsHashAsName() throws IOException {
        StoredFile stored = files.store(in(PDF), PDF.length, ALL);
        assertThat(stored)
                .isEqualTo(new StoredFile(
                        "3c1dd4f09e8ea551683a8c93d934c49084c2407fe2213a20d2702bad0296be10", PDF.length, FileKind.PDF));
        assertThat(read(stored.sha256())).isEqualTo(PDF);
    }

    @Test
    void theKindIsToldByTheContent() throws IOException {
        assertThat(files.store(in(PNG), 100, ALL).kind()).isEqualTo(FileKind.PNG);
        assertThat(files.store(in(JPEG), 100, ALL).kind()).isEqualTo(FileKind.JPEG);
        assertThat(FileKind.JPEG.mediaType()).isEqualTo("image/jpeg");
        assertThat(files.store(in(PDF), 100, ALL).kind()).isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.4, PDF", "%PDF, ", "RIFF1234WEBP, WEBP", "RIFF1234WEB, ", "RIFF1234WAVE, ", "<svg/>, ", "PK, "})
    void fewBytesTellTheKind(String begin, FileKind kind) {
        assertThat(FileKind.of(begin.getBytes(StandardCharsets.US_ASCII))).isEqualTo(kind);
    }

    @Test
    void whatIsOfAnotherKindIsNotReadToItsEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '<';
            }
        };
        assertThatExceptionOfType(RefusedFileException.class)
                .isThrownBy(() -> files.store(endless, Long.MAX_VALUE, ALL))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusedFileException.Reason.UNKNOWN_KIND));
    }

    @Test
    void whatIsOfAnotherKindIsRefusedAndLeavesNothing() throws IOException {
        for (byte[] other : List.of(new byte[0], "<html>".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(PNG, 7))) {
            assertRefused(other, 100, ALL, RefusedFileException.Reason.UNKNOWN_KIND);
        }
        assertRefused(PDF, 100, EnumSet.of(FileKind.PNG, FileKind.JPEG), RefusedFileException.Reason.UNKNOWN_KIND);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aByteMoreThanTheLimitIsRefused() throws IOException {
        byte[] large = Arrays.copyOf(PDF, 200_000);
        assertRefused(large, large.length - 1, ALL, RefusedFileException.Reason.TOO_LARGE);
        assertThat(stored()).isEmpty();
        assertThat(files.store(in(large), large.length, ALL).size()).isEqualTo(large.length);
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> files.store(broken, 100, ALL));
        assertThat(stored()).isEmpty();
    }

    @Test
    void theSameFileIsStoredOnce() throws IOException {
        assertThat(files.store(in(PDF), 100, ALL)).isEqualTo(files.store(in(PDF), 100, ALL));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aFileThatChangedOnTheDiskIsNotGivenOutUntilItArrivesAgain() throws IOException {
        String name = files.store(in(PDF), 100, ALL).sha256();
        Files.writeString(stored().get(0), "%PDF-1.7\nabd");
        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> files.open(name))
                .withMessageContaining(name);
        files.store(in(PDF), 100, ALL);
        assertThat(read(name)).isEqualTo(PDF);
        Files.delete(stored().get(0));
        assertThatExceptionOfType(FileStoreException.class)
                .isThrownBy(() -> files.open(name))
                .withMessageContaining(name);
    }

    @Test
    void aNameThatIsNoHashLeadsNowhere() {
        assertThatExceptionOfType(FileStoreException.class).isThrownBy(() -> files.open("../../etc/passwd"));
    }

    private void assertRefused(byte[] bytes, long limit, Set<FileKind> kinds, RefusedFileException.Reason reason) {
        assertThatExceptionOfType(RefusedFileException.class)
                .isThrownBy(() -> files.store(in(bytes), limit, kinds))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private byte[] read(String name) throws IOException {
        try (OpenedFile file = files.open(name)) {
            return file.bytes().readAllBytes();
        }
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}

package org.anxin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStoreTest {
    private static final int MOST = 200_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    @TempDir
    Path directory;

    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(directory.resolve("files"), MOST);
    }

    private FileStore.Kept keep(byte[] content) throws IOException {
        return store.keep(new ByteArrayInputStream(content));
    }

    private static FileOnRecord onRecord(FileStore.Kept kept) {
        return new FileOnRecord(kept.sha256(), kept.size(), kept.kind().mediaType(), Instant.EPOCH, "local");
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileIsNamedByItsContentAndComesBackAsItWas() throws IOException {
        byte[] content = Arrays.copyOf(PNG, MOST);
        FileStore.Kept kept = keep(content);
        assertThat(kept.size()).isEqualTo(MOST);
        assertThat(kept.kind()).isEqualTo(FileKind.PNG);
        assertThat(stored()).extracting(path -> path.getFileName().toString()).containsExactly(kept.sha256());
        assertThat(store.content(onRecord(kept))).isEqualTo(content);
        assertThat(keep(content)).isEqualTo(kept);
        assertThat(stored()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"%PDF-1.4, PDF", "%PDF, ", "RIFF1234WEBP, WEBP", "RIFF1234WAVE, ", "<svg/>, ", "PK, "})
    void theContentTellsWhatItIs(String begin, FileKind kind) {
        assertThat(FileKind.of(begin.getBytes(StandardCharsets.US_ASCII))).isEqualTo(kind);
    }

    @Test
    void aJpegIsToldByItsFirstThreeBytes() {
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isEqualTo(FileKind.JPEG);
        assertThat(FileKind.of(new byte[] {(byte) 0xFF, (byte) 0xD8})).isNull();
    }

    @Test
    void whatIsTooLargeEmptyOrOfAnotherKindLeavesNothing() throws IOException {
        assertThatThrownBy(() -> keep(Arrays.copyOf(PNG, MOST + 1))).isInstanceOf(FileRefusedException.class);
        assertThatThrownBy(() -> keep(new byte[0])).isInstanceOf(FileRefusedException.class);
        assertThatThrownBy(() -> keep("GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(FileRefusedException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aSenderWhoGoesAwayLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == PNG.length) {
                    throw new IOException("gone");
                }
                return PNG[at++] & 0xFF;
            }
        };
        assertThatThrownBy(() -> store.keep(broken)).isInstanceOf(IOException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsNotWhatWasStoredIsNotGivenOut() throws IOException {
        FileOnRecord file = onRecord(keep(PNG));
        byte[] spoilt = PNG.clone();
        spoilt[PNG.length - 1]++;
        Files.write(stored().get(0), spoilt);
        assertThatThrownBy(() -> store.content(file)).isInstanceOf(FileStore.SpoiltException.class);
        keep(PNG);
        assertThat(store.content(file)).isEqualTo(PNG);
        Files.delete(stored().get(0));
        assertThatThrownBy(() -> store.content(file)).isInstanceOf(FileStore.SpoiltException.class);
    }
}

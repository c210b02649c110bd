package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.anxin.files.FileKind;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files, as they come in. */
class ReceivedFormTest {
    private static final String TYPE = "multipart/form-data; boundary=----x";
    private static final String END = "------x--\r\n";
    private static final int LARGEST = 100_000;
    private static final Attachments ONE = new Attachments(EnumSet.of(FileKind.PDF), LARGEST, 1, new Semaphore(1));
    private static final Attachments TWO = new Attachments(EnumSet.of(FileKind.PDF), LARGEST, 2, new Semaphore(1));

    @TempDir
    Path directory;

    private static String field(String name, String content) {
        return "------x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static String file(String name, String type, String content) {
        return "------x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n" + content + "\r\n";
    }

    private static String pdf(int size) {
        return "%PDF-" + "x".repeat(size - 5);
    }

    private Path uploads() {
        return directory.resolve("uploads");
    }

    private StoredFiles store() {
        return new StoredFiles(directory.resolve("files"));
    }

    private ReceivedForm receive(InputStream in, Attachments attachments) throws IOException {
        return ReceivedForm.of(in, TYPE, uploads(), attachments);
    }

    private static InputStream bytes(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private UploadedForm read(String body, Attachments attachments) throws IOException {
        try (ReceivedForm form = receive(bytes(body), attachments)) {
            return UploadedForm.of(form, store(), attachments);
        }
    }

    /** Where the system tells which files are open, those without names are seen too. */
    @AfterEach
    void nothingIsLeft() throws IOException {
        if (Files.exists(uploads())) {
            assertThat(uploads()).isEmptyDirectory();
        }
        Path open = Path.of("/proc/self/fd");
        if (Files.exists(open)) {
            try (Stream<Path> all = Files.list(open)) {
                assertThat(all.map(ReceivedFormTest::target))
                        .noneMatch(name -> name.startsWith(uploads().toString()));
            }
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // It was closed meanwhile.
            return "";
        }
    }

    private String content(@Nullable StoredFile file) throws IOException {
        assertThat(file).isNotNull();
        try (InputStream in = store().open(file.sha256()).bytes()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fieldsComeBeforeAndBehindFilesAndMayComeTwice() throws IOException {
        UploadedForm form = read(
                field("a", "1") + file("s.pdf", "application/pdf", pdf(9000)) + field("b", "2") + field("b", "3") + END,
                ONE);
        assertThat(form.form().text("a")).isEqualTo("1");
        assertThat(form.form().all("b")).containsExactly("2", "3");
        assertThat(content(form.file())).isEqualTo(pdf(9000));
        assertThat(form.refusal()).isNull();
    }

    @Test
    void aFieldMayBeEmptyAndAFileNotChosen() throws IOException {
        UploadedForm form = read(field("a", "") + file("", "application/octet-stream", "") + END, ONE);
        assertThat(form.form().all("a")).containsExactly("");
        assertThat(form.files()).isEmpty();
        assertThat(form.refusal()).isNull();
    }

    @Test
    void textIsUtf8AndNamesOfFilesAndTypesMeanNothing() throws IOException {
        UploadedForm form =
                read(field("备注", "已消毒 é 😀\r\n第二行") + file("../../etc/凭证.exe", "x-what/ever", pdf(20)) + END, ONE);
        assertThat(form.form().raw("备注")).isEqualTo("已消毒 é 😀\n第二行");
        assertThat(content(form.file())).isEqualTo(pdf(20));
        assertThat(directory.resolve("etc")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\n", "\r\n\r\n--", "-----x", "\r\n------", "\r\n------y", "a\r\n-", "\r\r\r\n------", "\n"})
    void contentMayLookLikeABoundary(String content) throws IOException {
        UploadedForm form = read(file("s.pdf", "application/pdf", "%PDF-" + content) + END, ONE);
        assertThat(content(form.file())).isEqualTo("%PDF-" + content);
    }

    @Test
    void whatIsNoneOfTheKindsIsRefusedAndTheOthersStay() throws IOException {
        UploadedForm form = read(
                file("a.pdf", "application/pdf", pdf(50))
                        + file("b.pdf", "application/pdf", "<html>")
                        + field("a", "1")
                        + END,
                TWO);
        assertThat(form.files()).hasSize(1);
        assertThat(form.refusal()).isEqualTo(UploadedForm.Refusal.UNKNOWN_KIND);
        assertThat(form.form().text("a")).isEqualTo("1");
    }

    @Test
    void aFileMayBeAsLargeAsAllowedAndNoLarger() throws IOException {
        assertThat(read(file("a.pdf", "application/pdf", pdf(LARGEST)) + END, ONE)
                        .files())
                .hasSize(1);
        UploadedForm form = read(file("a.pdf", "application/pdf", pdf(LARGEST + 1)) + field("a", "1") + END, ONE);
        assertThat(form.files()).isEmpty();
        assertThat(form.refusal()).isEqualTo(UploadedForm.Refusal.TOO_LARGE);
        assertThat(form.form().text("a")).isEqualTo("1");
    }

    @Test
    void filesAreTakenUntilTheyAreTooLargeTogether() throws IOException {
        String large = pdf(LARGEST - 1);
        UploadedForm form = read(
                file("a.pdf", "application/pdf", large)
                        + file("b.pdf", "application/pdf", large + "b")
                        + file("c.pdf", "application/pdf", pdf(9))
                        + END,
                TWO);
        assertThat(form.files()).hasSize(2);
        assertThat(form.refusal()).isEqualTo(UploadedForm.Refusal.TOO_LARGE);
    }

    private static void isTooLarge(ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        PageException.class, e -> assertThat(e.error()).isEqualTo(PageError.TOO_LARGE));
    }

    @Test
    void whatIsMuchTooLargeIsNotReadToItsEnd() {
        isTooLarge(() -> read(field("a", "x".repeat(Attachments.MOST_OF_FIELDS)) + END, ONE));
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        isTooLarge(() -> receive(
                new SequenceInputStream(
                        bytes(file("a.pdf", "application/pdf", pdf(9)).stripTrailing()), endless),
                ONE));
        isTooLarge(() -> receive(new SequenceInputStream(bytes("------x\r\nX: "), endless), ONE));
    }

    @Test
    void whoeverGoesAwayLeavesNothingBehind() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        String begun =
                field("a", "1") + file("a.pdf", "application/pdf", pdf(50_000)).stripTrailing();
        assertThatThrownBy(() -> receive(new SequenceInputStream(bytes(begun), gone), ONE))
                .hasMessage("gone");
    }

    @Test
    void aFormThatEndsEarlyIsNoForm() {
        String whole = field("a", "1") + file("a.pdf", "application/pdf", pdf(9000)) + "------x--";
        for (int length : List.of(0, 3, 20, 70, 90, 200, 5000, whole.length() - 12, whole.length() - 1)) {
            assertThatThrownBy(() -> read(whole.substring(0, length), ONE))
                    .as("%d", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNoSuchFormIsNotRead() {
        for (String type : List.of("text/plain", "multipart/form-data", "multipart/form-data; boundary=y")) {
            assertThatThrownBy(() -> ReceivedForm.of(bytes(field("a", "1") + END), type, uploads(), ONE))
                    .as(type)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> ReceivedForm.of(bytes(""), null, uploads(), ONE))
                .isInstanceOf(IOException.class);
        String parts = field("a", "1").repeat(300) + END;
        assertThatThrownBy(() -> read(parts, ONE)).isInstanceOf(IOException.class);
        String charset = file("a.pdf", "application/pdf; charset=none", pdf(9)) + END;
        assertThatThrownBy(() -> read(charset, ONE)).isInstanceOf(IOException.class);
    }

    @Test
    void aDiskThatTakesNothingIsSaidAtTheFile() throws IOException {
        Files.writeString(uploads(), "no directory");
        UploadedForm form = read(file("a.pdf", "application/pdf", pdf(9)) + field("a", "1") + END, ONE);
        assertThat(form.refusal()).isEqualTo(UploadedForm.Refusal.NOT_STORED);
        assertThat(form.form().text("a")).isEqualTo("1");
        Files.delete(uploads());
    }
}

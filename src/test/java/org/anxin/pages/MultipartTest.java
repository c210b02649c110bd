package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files, part by part. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----x";

    private static Multipart of(String body) throws IOException {
        return Multipart.of(
                new ByteArrayInputStream(body.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)), TYPE);
    }

    private static String part(String head, String content) {
        return "------x\nContent-Disposition: form-data; " + head + "\n\n" + content + "\n";
    }

    private static List<String> read(String body) throws IOException {
        Multipart parts = of(body);
        List<String> all = new ArrayList<>();
        for (Multipart.Part part = parts.next(); part != null; part = parts.next()) {
            all.add(part.name() + "|" + part.fileName() + "|"
                    + new String(part.bytes().readAllBytes(), StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    @Test
    void fieldsAndFilesComeInTheirOrder() throws IOException {
        assertThat(read(part("name=\"a\"", "1") + part("name=\"f\"; filename=\"s.pdf\"", "%PDF-") + "------x--\n"))
                .containsExactly("a|null|1", "f|s.pdf|%PDF-");
    }

    @Test
    void aFieldMayBeEmptyAndAFileNotChosen() throws IOException {
        assertThat(read(part("name=\"a\"", "") + part("name=\"f\"; filename=\"\"", "") + "------x--\n"))
                .containsExactly("a|null|", "f||");
    }

    /** What begins like the boundary and is not it belongs to the content. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\n\n--", "-----x", "\n------", "\n------y", "\n\n\n------ x", "a\n-", "\r\r\n------"})
    void contentMayLookLikeABoundary(String content) throws IOException {
        assertThat(read(part("name=\"f\"; filename=\"s\"", content) + "------x--\n"))
                .containsExactly("f|s|" + content.replace("\n", "\r\n"));
    }

    @Test
    void whatIsNotReadIsPassedOver() throws IOException {
        Multipart parts = of(part("name=\"a\"", "long") + part("name=\"b\"", "2") + "------x--\n");
        assertThat(parts.next()).isNotNull();
        Multipart.Part second = parts.next();
        assertThat(second).isNotNull();
        assertThat(new String(second.bytes().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("2");
        assertThat(parts.next()).isNull();
    }

    @Test
    void aFormThatEndsEarlyIsNoForm() {
        assertThatThrownBy(() -> read(part("name=\"a\"", "1"))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Multipart.of(new ByteArrayInputStream(new byte[0]), "text/plain"))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> Multipart.of(new ByteArrayInputStream(new byte[0]), null))
                .isInstanceOf(EOFException.class);
    }
}

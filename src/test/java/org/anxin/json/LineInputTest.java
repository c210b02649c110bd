package org.anxin.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineInputTest {

    @Property
    void linesAreTheSameHoweverTheyArrive(
            @ForAll @Size(max = 6) List<@StringLength(max = 30) @CharRange(from = 'a', to = 'c') String> lines,
            @ForAll @IntRange(min = 1, max = 7) int step)
            throws IOException {
        String text = String.join("\n", lines) + "\n";
        assertThat(read(new Dribble(text, step))).isEqualTo(text.lines().toList());
        assertThat(read(new Dribble(text.replace("\n", "\r\n"), step)))
                .isEqualTo(text.lines().toList());
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read(new Dribble("a\nb", 1))).containsExactly("a", "b");
        assertThat(read(new Dribble("", 1))).isEmpty();
    }

    @Test
    void answersAreFlushedBeforeEachWait() throws IOException {
        int[] flushes = new int[1];
        Dribble waiting = new Dribble("a\nb\nc\n", 2) {
            @Override
            public int available() {
                return 0;
            }
        };
        LineInput lines = new LineInput(waiting, () -> flushes[0]++);
        for (int line = 1; line <= 3; line++) {
            lines.next();
            assertThat(flushes[0]).isEqualTo(line);
        }
    }

    @Test
    void nothingIsFlushedWhileThereIsMoreToRead() throws IOException {
        int[] flushes = new int[1];
        LineInput lines = new LineInput(new Dribble("a\nb\nc\n", 2), () -> flushes[0]++);
        for (int line = 1; line <= 3; line++) {
            lines.next();
            assertThat(flushes[0]).isZero();
        }
        assertThat(lines.next()).isFalse();
        assertThat(flushes[0]).isEqualTo(1);
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> read = new ArrayList<>();
        LineInput lines = new LineInput(in, () -> {});
        while (lines.next()) {
            read.add(new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8));
        }
        return read;
    }

    /** Gives only a few bytes at a time, as networks do. */
    private static class Dribble extends FilterInputStream {
        private final int step;

        Dribble(String text, int step) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.step = step;
        }

        @Override
        public int read(byte[] bytes) throws IOException {
            return super.read(bytes, 0, Math.min(step, bytes.length));
        }
    }
}

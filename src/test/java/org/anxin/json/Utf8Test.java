package org.anxin.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

    private static int firstMalformed(byte[] bytes) {
        return Utf8.firstMalformed(bytes, 0, bytes.length);
    }

    private static boolean javaReads(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Property(tries = 5000)
    void agreesWithJavaOnAnyBytes(@ForAll byte[] bytes) {
        assertThat(firstMalformed(bytes) < 0).isEqualTo(javaReads(bytes));
    }

    @Property
    void textIsWellFormed(@ForAll String text) {
        // Half surrogate pairs become question marks here.
        assertThat(firstMalformed(text.getBytes(StandardCharsets.UTF_8))).isNegative();
    }

    @Test
    void agreesWithJavaOnEveryThreeBytes() {
        byte[] bytes = new byte[3];
        for (int first = 0xC0; first < 0x100; first++) {
            for (int rest = 0; rest < 0x10000; rest++) {
                bytes[0] = (byte) first;
                bytes[1] = (byte) (rest >> 8);
                bytes[2] = (byte) rest;
                if (firstMalformed(bytes) < 0 != javaReads(bytes)) {
                    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("judged as Java does");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "e08080", "eda080", "f08080af", "f4908080", "ff", "80", "e4bda0e5a5", "f0a0ae"})
    void overlongHalvedAndCutSequencesAreFound(String hex) {
        assertThat(firstMalformed(HexFormat.of().parseHex(hex))).isNotNegative();
    }

    @Test
    void thePlaceIsTheFirstBadByte() {
        assertThat(firstMalformed(HexFormat.of().parseHex("6162636465666768696ae4bda0ff")))
                .isEqualTo(13);
    }
}

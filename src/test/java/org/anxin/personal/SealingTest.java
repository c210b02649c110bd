package org.anxin.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens at its own place only, and is found again without being opened. */
class SealingTest {
    private static final Sealing SEALING = TestKeys.sealing(TestKeys.ONE);

    private static byte[] sealed(Sealing sealing, PersonalField field, String person, String text) {
        return Objects.requireNonNull(sealing.seal(field, person, text));
    }

    private static byte[] name(Sealing sealing, String person, String text) {
        return sealed(sealing, PersonalField.NAME, person, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "x", "𠮷田 𠮷", "Li Lei", "330108199001011234"})
    void whatIsSealedOpensAgain(String text) {
        for (PersonalField field : PersonalField.values()) {
            byte[] sealed = sealed(SEALING, field, "P-1", text);
            assertThat(SEALING.open(field, "P-1", sealed)).isEqualTo(text);
            assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain(text);
        }
    }

    @Test
    void theLongestTextFitsTheColumn() {
        assertThat(name(SEALING, "P-1", "𠮷".repeat(200))).hasSize(837);
        assertThat(name(SEALING, "P-1", "x")).hasSize(38);
    }

    @Test
    void theSameValueIsSealedTheSameSoThatNothingChangesWhereNothingDoes() {
        byte[] first = name(SEALING, "P-1", "王小明");
        assertThat(name(SEALING, "P-1", "王小明")).isEqualTo(first);
        assertThat(name(TestKeys.sealing(TestKeys.ONE), "P-1", "王小明")).isEqualTo(first);
        assertThat(name(SEALING, "P-1", "王小明 ")).isNotEqualTo(first);
    }

    @Test
    void theSameNameOfTwoPeopleLooksDifferentExceptForItsHash() {
        byte[] one = name(SEALING, "P-1", "王小明");
        byte[] two = name(SEALING, "P-2", "王小明");
        assertThat(Arrays.copyOf(one, Sealing.PREFIX)).isEqualTo(Arrays.copyOf(two, Sealing.PREFIX));
        assertThat(Arrays.copyOfRange(one, Sealing.PREFIX, one.length))
                .isNotEqualTo(Arrays.copyOfRange(two, Sealing.PREFIX, two.length));
    }

    @Test
    void noByteCanBeAltered() {
        byte[] sealed = name(SEALING, "P-1", "王小明");
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> SEALING.open(PersonalField.NAME, "P-1", altered))
                    .isInstanceOf(UnreadablePersonalException.class)
                    .hasMessageNotContaining("王小明");
        }
    }

    @Test
    void noValueCanBeMovedToAnotherPersonOrColumn() {
        byte[] sealed = sealed(SEALING, PersonalField.ID_NUMBER, "P-1", "330108199001011234");
        assertThatThrownBy(() -> SEALING.open(PersonalField.ID_NUMBER, "P-2", sealed))
                .isInstanceOf(UnreadablePersonalException.class);
        assertThatThrownBy(() -> SEALING.open(PersonalField.PHONE, "P-1", sealed))
                .isInstanceOf(UnreadablePersonalException.class);
        assertThatThrownBy(() -> SEALING.open(PersonalField.PHONE, "P-1", new byte[5]))
                .isInstanceOf(UnreadablePersonalException.class);
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        Sealing both = TestKeys.sealing(TestKeys.TWO, TestKeys.ONE);
        byte[] old = name(SEALING, "P-1", "王小明");
        byte[] fresh = name(both, "P-1", "王小明");
        assertThat(old[0]).isEqualTo((byte) 1);
        assertThat(fresh[0]).isEqualTo((byte) 2);
        assertThat(both.open(PersonalField.NAME, "P-1", old)).isEqualTo("王小明");
        assertThat(both.open(PersonalField.NAME, "P-1", fresh)).isEqualTo("王小明");
        assertThat(both.prefixes(PersonalField.NAME, "王小明"))
                .containsExactly(Arrays.copyOf(fresh, Sealing.PREFIX), Arrays.copyOf(old, Sealing.PREFIX));
        assertThatThrownBy(() -> SEALING.open(PersonalField.NAME, "P-1", fresh))
                .isInstanceOf(UnreadablePersonalException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, 王小明, 王 小明",
        "NAME, Li Lei, ＬＩ　ＬＥＩ",
        "ID_NUMBER, 33010819900101123X, 330108 19900101 123x",
        "PHONE, 13800000001, +86 138-0000-0001",
        "PHONE, 13800000001, 008613800000001",
        "PHONE, 057188888888, 0571-8888 8888"
    })
    void spellingsOfOneValueAreFoundAlike(PersonalField field, String one, String other) {
        assertThat(SEALING.prefixes(field, one).get(0))
                .isEqualTo(SEALING.prefixes(field, other).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1:",
                ":b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=",
                "0:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=",
                "256:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=",
                "1:c2hvcnQ=",
                "1:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=,",
                "1:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc=,1:b25lIGtleSBmb3IgdGVzdHMsIDMyIGJ5dGVzIGxvbmc="
            })
    void whatIsNoKeyIsRefusedWithoutRepeatingIt(String given) {
        assertThatThrownBy(() -> PersonalKeys.of(given))
                .isInstanceOf(PersonalKeys.BadKeysException.class)
                .hasMessageNotContaining("b25l");
    }

    @Test
    void aFreshKeyIsAKeyAndNeverTheSame() {
        assertThat(PersonalKeys.of(PersonalKeys.fresh(7)).first().id()).isEqualTo(7);
        assertThat(PersonalKeys.fresh(7)).isNotEqualTo(PersonalKeys.fresh(7));
    }
}

package org.anxin.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

    @Test
    void nullComesFirstAndTheApplePictureAfterFullWidthLetters() {
        List<@Nullable String> texts = new ArrayList<>(Arrays.asList("🍎", "Ａ", "b", "", null, "B", "bb"));
        texts.sort(CodePointOrder.NULL_FIRST);
        assertThat(texts).containsExactly(null, "", "B", "b", "bb", "Ａ", "🍎");
    }
}

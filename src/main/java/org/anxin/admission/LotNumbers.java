package org.anxin.admission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The declared lot numbers in {@link org.anxin.text.CommonForm}, each with its place: what documents list is added there. */
final class LotNumbers {
    /** The place of what is not declared. */
    static final int NONE = -1;

    private final Map<String, Integer> places = new HashMap<>();

    LotNumbers(List<LotLine> declared) {
        for (LotLine line : declared) {
            if (!line.lotNo().isEmpty()) {
                places.putIfAbsent(line.lotNo(), places.size());
            }
        }
    }

    int size() {
        return places.size();
    }

    /** The place of a lot number, or {@link #NONE}. */
    int place(String lotNo) {
        return places.getOrDefault(lotNo, NONE);
    }
}

package org.anxin.pages;

import java.util.Locale;
import org.anxin.sweep.FoundGroup;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The groups of people as addresses and headings name them. */
final class Groups {
    private Groups() {}

    /** {@code due-today}. */
    static String key(FoundGroup group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The group of a key; {@code usual} where none is named. */
    static FoundGroup of(@Nullable String key, FoundGroup usual) {
        if (key == null) {
            return usual;
        }
        for (FoundGroup group : FoundGroup.values()) {
            if (key(group).equals(key)) {
                return group;
            }
        }
        throw new PageException(PageError.BAD_ADDRESS);
    }

    /** The heading of its list. */
    static Bilingual title(FoundGroup group) {
        return switch (group) {
            case LISTED -> new Bilingual("预警与停业名单", "Warned and suspended");
            case WARNED -> new Bilingual("预警名单", "Warning list");
            case DUE_TODAY -> new Bilingual("今日到期", "Due today");
            case SAMPLED_SINCE -> new Bilingual("今日到期，其后已采样", "Due today, sampled since");
            case STILL_DUE -> new Bilingual("今日到期，尚未采样", "Due today, not sampled yet");
            case DUE_TOMORROW -> new Bilingual("明日到期", "Due tomorrow");
            case OVERDUE -> new Bilingual("已逾期", "Overdue");
            case SUSPENDED -> new Bilingual("暂停经营", "Suspended");
            case NEVER_SAMPLED -> new Bilingual("从未采样", "Never sampled");
            case ON_DUTY -> new Bilingual("在岗人员", "On duty");
            case IN_ORDER -> new Bilingual("在岗且合规", "On duty and in order");
        };
    }

    /** On a button that chooses it. */
    static Bilingual tab(FoundGroup group) {
        return group == FoundGroup.LISTED ? new Bilingual("全部", "All") : title(group);
    }
}

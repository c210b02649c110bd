package org.anxin.patrol;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one camera at one moment.
 *
 * @param marketType a declared word
 * @param scene a declared word of the kind {@code scene}
 * @param hoursOffline whole hours since it went offline, {@link org.anxin.time.Days#NONE} where it is not known to be
 * @param hoursSilent whole hours since the video platform last reported on it, or since it was registered
 */
public record WatchedCamera(String marketType, String scene, int hoursOffline, int hoursSilent) {
    /** The fact as rule authors know it. */
    static final FactType<WatchedCamera> TYPE = FactType.of(WatchedCamera.class, "一台摄像机", "one camera")
            .word("marketType", "marketType", word -> true, WatchedCamera::marketType, "市场类型", "the market's type")
            .word("scene", "scene", word -> true, WatchedCamera::scene, "场景", "the scene that it covers")
            .number(
                    "hoursOffline",
                    WatchedCamera::hoursOffline,
                    "离线小时数；在线或未知则无",
                    "whole hours since it went offline; missing while it is online or unknown")
            .number(
                    "hoursSilent",
                    WatchedCamera::hoursSilent,
                    "视频平台最近一次报告（或登记）以来的小时数",
                    "whole hours since the video platform last reported on it, or since it was registered")
            .build();
}

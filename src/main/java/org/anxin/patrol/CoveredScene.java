package org.anxin.patrol;

import org.anxin.rulebook.FactType;

/**
 * What rules see of one scene of one market.
 *
 * @param marketType a declared word
 * @param scene a declared word of the kind {@code scene}
 * @param cameras cameras of the market that cover it, online or not
 */
public record CoveredScene(String marketType, String scene, int cameras) {
    /** The fact as rule authors know it. */
    static final FactType<CoveredScene> TYPE = FactType.of(CoveredScene.class, "一个市场的一处场景", "one scene of one market")
            .word("marketType", "marketType", word -> true, CoveredScene::marketType, "市场类型", "the market's type")
            .word("scene", "scene", word -> true, CoveredScene::scene, "场景", "the scene")
            .number("cameras", CoveredScene::cameras, "覆盖该场景的摄像机数", "cameras that cover it, online or not")
            .build();
}

package org.anxin.registry;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** The cameras of markets (监控摄像机). */
@Singleton
public class Cameras extends Records<String, Camera, CameraRow> {
    private static final References REFERENCES = new References(
            List.of(
                    new References.Place("select count(*) from visits where camera_no = :no", "视频巡查", "video checks"),
                    new References.Place(
                            "select count(*) from camera_states where camera_no = :no",
                            "状态报告",
                            "reports of its state")),
            new Bilingual(
                    "曾使用过的摄像机须保留，请填写其停用日期（“to”）。", "A camera that was in use stays: give its last day (\"to\")."));

    /** Cameras by id, those after {@code after}. */
    public Page<Camera> page(@Nullable String marketId, String after, int limit) {
        return Transactions.reading(() -> {
            String all = "from CameraRow c join fetch c.market m where c.cameraId > ?1";
            PanacheQuery<CameraRow> found = marketId == null
                    ? CameraRow.find(all + " order by c.cameraId", after)
                    : CameraRow.find(all + " and m.marketId = ?2 order by c.cameraId", after, marketId);
            List<CameraRow> rows = found.range(0, limit).list();
            return Page.of(rows, limit, Cameras::facts, Camera::id);
        });
    }

    @Override
    @Nullable
    CameraRow row(String id, LockModeType lock) {
        return CameraRow.<CameraRow>find("cameraId", id).withLock(lock).firstResult();
    }

    @Override
    Stored<Camera> stored(CameraRow row) {
        return new Stored<>(facts(row), row.knownFrom);
    }

    private static Camera facts(CameraRow row) {
        return new Camera(row.cameraId, row.market.marketId, row.name, row.scene, row.fromOn, row.toOn);
    }

    @Override
    CameraRow fresh(String id) {
        CameraRow row = new CameraRow();
        row.cameraId = id;
        return row;
    }

    @Override
    void set(CameraRow row, Camera facts) {
        row.market = Markets.required(facts.marketId());
        row.name = facts.name();
        row.scene = facts.scene();
        row.fromOn = facts.from();
        row.toOn = facts.to();
    }

    @Override
    void requireUnreferred(CameraRow row) {
        REFERENCES.requireNone(row.no);
    }
}

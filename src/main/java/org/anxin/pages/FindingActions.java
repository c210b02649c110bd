package org.anxin.pages;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anxin.text.Bilingual;
import org.anxin.time.Moment;
import org.anxin.visits.Rectifications;
import org.anxin.visits.StoredFinding;
import org.jspecify.annotations.Nullable;

/** Closes findings that were rectified. */
@Singleton
class FindingActions {
    private final Rectifications rectifications;
    private final FindingReading reading;
    private final Pages pages;

    FindingActions(Rectifications rectifications, FindingReading reading, Pages pages) {
        this.rectifications = rectifications;
        this.reading = reading;
        this.pages = pages;
    }

    /** Stores how a finding was rectified, or shows the form again with what is wrong with it. */
    Pages.Outcome rectify(Frame frame, String no, Form form, PhotoForms.Photos photos) throws SQLException {
        StoredFinding finding = reading.find(no);
        Map<String, Bilingual> mistakes = new LinkedHashMap<>();
        Moment at = VisitActions.at(form.text("at"), pages, mistakes);
        String proof = form.text("proof");
        check(finding, at, proof, photos, mistakes);
        if (at != null && mistakes.isEmpty()) {
            try {
                rectifications.record(
                        finding.no(), new StoredFinding.Rectification(at, proof, List.copyOf(photos.kept())));
                return new Pages.Outcome.GoOn("/patrols/findings/" + finding.no());
            } catch (Rectifications.OtherRectificationException e) {
                mistakes.put(
                        "proof", new Bilingual("该问题已经整改，见下方经过。", "The finding was rectified before; see its history."));
            }
        }
        FindingPage again = reading.of(
                reading.find(no), new FindingPage.Written(form.text("at"), form.raw("proof")), photos.kept(), mistakes);
        return new Pages.Outcome.Shown(VisitActions.UNPROCESSABLE, Templates.finding(frame, again));
    }

    private static void check(
            StoredFinding finding,
            @Nullable Moment at,
            String proof,
            PhotoForms.Photos photos,
            Map<String, Bilingual> mistakes) {
        if (at != null && at.micros() < finding.found().micros()) {
            mistakes.put(
                    "at",
                    new Bilingual("整改不能早于发现的时间；请更正。", "It cannot be rectified before it was found; correct the time."));
        }
        if (proof.isEmpty()) {
            mistakes.put("proof", new Bilingual("请写明如何整改。", "Say how it was rectified."));
        }
        VisitActions.checkLength("proof", proof, mistakes);
        Bilingual refused = photos.mistake();
        if (refused != null) {
            mistakes.put("photos", refused);
        } else if (photos.kept().isEmpty()) {
            mistakes.put("photos", new Bilingual("请附整改后的照片。", "Attach a photo of how it is now."));
        }
    }
}

package org.anxin.pages;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.anxin.files.FileKind;
import org.anxin.files.StoredFile;
import org.anxin.text.Bilingual;
import org.anxin.visits.Images;
import org.anxin.visits.Registered;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Forms with photos. */
@Singleton
class PhotoForms {
    /** So many photos of the largest size may come in one form. */
    private static final int PHOTOS = 3;

    private final FileForms forms;
    private final Images images;
    private final Registered registered;
    private final Attachments attachments;

    PhotoForms(
            FileForms forms,
            Images images,
            Registered registered,
            @ConfigProperty(name = "anxin.files.max-image") MemorySize largest,
            @ConfigProperty(name = "anxin.files.max-uploads") int uploads) {
        this.forms = forms;
        this.images = images;
        this.registered = registered;
        this.attachments = new Attachments(
                EnumSet.of(FileKind.PNG, FileKind.JPEG), largest.asLongValue(), PHOTOS, new Semaphore(uploads));
    }

    /** What is done with a form. */
    interface Doing {
        Pages.Outcome with(Frame frame, Form form, Photos photos) throws SQLException;
    }

    /**
     * Photos of a form.
     *
     * @param kept SHA-256 of those that are stored
     * @param mistake why one was not; null if all were
     */
    record Photos(List<String> kept, @Nullable Bilingual mistake) {}

    /** Reads a form and answers. */
    Response act(HttpServerRequest request, InputStream body, Section section, Doing doing) {
        return forms.act(
                request, body, section, attachments, (frame, sent) -> doing.with(frame, sent.form(), photos(sent)));
    }

    /** Those that an earlier attempt left here, and those that came with this one. */
    private Photos photos(UploadedForm sent) throws SQLException {
        List<String> kept = new ArrayList<>();
        sent.form().all("kept").stream().filter(registered::isImage).forEach(kept::add);
        for (StoredFile photo : sent.files()) {
            images.add(photo.sha256(), photo.size(), photo.kind().name());
            kept.add(photo.sha256());
        }
        UploadedForm.Refusal refusal = sent.refusal();
        return new Photos(kept.stream().distinct().toList(), refusal == null ? null : mistake(refusal));
    }

    private Bilingual mistake(UploadedForm.Refusal refusal) {
        return switch (refusal) {
            case TOO_LARGE -> tooLarge();
            case UNKNOWN_KIND ->
                new Bilingual("照片须为 JPEG 或 PNG；请换一张。", "A photo must be JPEG or PNG; attach another one.");
            case NOT_STORED ->
                new Bilingual("照片暂时无法保存，请稍后重试。", "Photos cannot be stored at the moment; try again soon.");
        };
    }

    private Bilingual tooLarge() {
        long megabytes = attachments.largest() >> 20;
        return new Bilingual(
                "照片太大：每张不超过 " + megabytes + " MB，一次合计不超过 " + PHOTOS * megabytes + " MB；请选较小的。",
                "The photos are too large: at most " + megabytes + " MB each and " + PHOTOS * megabytes
                        + " MB together; attach smaller ones.");
    }
}

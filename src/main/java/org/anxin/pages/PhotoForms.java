package org.anxin.pages;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import org.anxin.files.FileKind;
import org.anxin.files.FileStoreException;
import org.anxin.files.RefusedFileException;
import org.anxin.files.StoredFile;
import org.anxin.files.StoredFiles;
import org.anxin.text.Bilingual;
import org.anxin.visits.Images;
import org.anxin.visits.Registered;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads forms with photos, keeps the photos, and does what the forms ask for on a worker thread. */
@Singleton
class PhotoForms {
    private static final Set<FileKind> IMAGES = EnumSet.of(FileKind.PNG, FileKind.JPEG);

    /** So many photos of the largest size may come in one form. */
    private static final int PHOTOS = 3;

    private final Pages pages;
    private final StoredFiles files;
    private final Images images;
    private final Registered registered;
    private final long largest;
    private final Semaphore uploads;

    PhotoForms(
            Pages pages,
            StoredFiles files,
            Images images,
            Registered registered,
            @ConfigProperty(name = "anxin.files.max-image") MemorySize largest,
            @ConfigProperty(name = "anxin.files.max-uploads") int uploads) {
        this.pages = pages;
        this.files = files;
        this.images = images;
        this.registered = registered;
        this.largest = largest.asLongValue();
        this.uploads = new Semaphore(uploads);
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
    CompletionStage<Response> act(HttpServerRequest request, Section section, Doing doing) {
        if (!uploads.tryAcquire()) {
            request.resume();
            return CompletableFuture.completedFuture(pages.failed(pages.frame(request, section), PageError.BUSY));
        }
        return PhotoForm.of(request, PHOTOS * largest)
                .handleAsync(
                        (form, failure) -> form == null
                                ? pages.failed(pages.frame(request, section), error(failure))
                                : pages.act(request, section, frame -> doing.with(frame, form.fields(), photos(form))),
                        Infrastructure.getDefaultWorkerPool())
                .whenComplete((answer, failure) -> uploads.release());
    }

    private static PageError error(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PageException refused ? refused.error() : PageError.FAILED;
    }

    /** Those that an earlier attempt left here, and those that came with this one. */
    private Photos photos(PhotoForm form) throws SQLException {
        List<String> kept = new ArrayList<>();
        form.fields().all("kept").stream().filter(registered::isImage).forEach(kept::add);
        Bilingual mistake = form.isTooLarge() ? tooLarge() : null;
        for (byte[] photo : form.photos()) {
            try {
                StoredFile file = files.store(new ByteArrayInputStream(photo), largest, IMAGES);
                images.add(file.sha256(), file.size(), file.kind().name());
                kept.add(file.sha256());
            } catch (RefusedFileException e) {
                mistake = e.reason() == RefusedFileException.Reason.TOO_LARGE
                        ? tooLarge()
                        : new Bilingual("照片须为 JPEG 或 PNG；请换一张。", "A photo must be JPEG or PNG; attach another one.");
            } catch (FileStoreException e) {
                mistake = new Bilingual("照片暂时无法保存，请稍后重试。", "Photos cannot be stored at the moment; try again soon.");
            } catch (IOException e) {
                throw new IllegalStateException("memory does not fail", e);
            }
        }
        return new Photos(kept.stream().distinct().toList(), mistake);
    }

    private Bilingual tooLarge() {
        long megabytes = largest >> 20;
        return new Bilingual(
                "照片太大：每张不超过 " + megabytes + " MB，一次合计不超过 " + PHOTOS * megabytes + " MB；请选较小的。",
                "The photos are too large: at most " + megabytes + " MB each and " + PHOTOS * megabytes
                        + " MB together; attach smaller ones.");
    }
}

package org.anxin.pages;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /assets}: the style sheet, the icon and the scripts, compressed for whoever takes that. */
@Path("/assets")
public class AssetResource {
    /** Named, and not forbidden by a quality of nought. */
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** A file, to be kept for a year. */
    @GET
    @Path("{hash}/{name}")
    @NonBlocking
    public Response get(
            @PathParam("hash") String hash,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
        Assets.Asset asset = assets.find(hash, name);
        if (asset == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        boolean isCompressed = accepted != null && GZIP.matcher(accepted).find();
        return Response.ok(isCompressed ? asset.compressed() : asset.bytes())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CONTENT_ENCODING, isCompressed ? "gzip" : null)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

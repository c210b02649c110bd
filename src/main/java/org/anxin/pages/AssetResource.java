package org.anxin.pages;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code /assets}: the style sheet and the icon. */
@Path("/assets")
public class AssetResource {
    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    /** A file, to be kept for a year. */
    @GET
    @Path("{hash}/{name}")
    @NonBlocking
    public Response get(@PathParam("hash") String hash, @PathParam("name") String name) {
        Assets.Asset asset = assets.find(hash, name);
        if (asset == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return Response.ok(asset.text())
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

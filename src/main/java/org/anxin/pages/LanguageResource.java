package org.anxin.pages;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** {@code GET /language/{code}}: remembers the language in a cookie and goes back to the page. */
@Path("/language")
public class LanguageResource {
    /** A path of this service: nothing that a browser could take for another site. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private static final int YEAR = 31_536_000;

    /** The cookie holds nothing but the code, and scripts need not read it. */
    @GET
    @Path("{code}")
    @NonBlocking
    public Response choose(@PathParam("code") String code, @QueryParam("back") @DefaultValue("/") String back) {
        Language language = SpokenLanguage.named(code);
        if (language == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        String cookie = SpokenLanguage.COOKIE + "=" + language.code() + "; Path=/; Max-Age=" + YEAR
                + "; SameSite=Lax; HttpOnly";
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, isLocal(back) ? back : "/")
                .header(HttpHeaders.SET_COOKIE, cookie)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static boolean isLocal(String address) {
        return LOCAL.matcher(address).matches();
    }
}

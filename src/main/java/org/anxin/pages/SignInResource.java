package org.anxin.pages;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.anxin.security.Access;
import org.anxin.security.Identification;
import org.anxin.security.Permission;
import org.anxin.security.Refusal;
import org.anxin.security.SameOrigin;
import org.anxin.security.SigningIn;
import org.anxin.security.Verdict;
import org.jboss.logging.Logger;

/** {@code /login} and {@code /logout}: to the identity provider and back. Without one there is nothing to sign in to. */
@Path("/")
public class SignInResource {
    private static final Logger LOG = Logger.getLogger(SignInResource.class);
    private static final String HOME = "/";

    private final Identification identification;
    private final Permission permission;
    private final SigningIn signingIn;
    private final Pages pages;

    SignInResource(Identification identification, Permission permission, SigningIn signingIn, Pages pages) {
        this.identification = identification;
        this.permission = permission;
        this.signingIn = signingIn;
        this.pages = pages;
    }

    /** Sends the browser to the issuer, takes what it brings back, and goes on to where it was wanted. */
    @GET
    @Path("login")
    @NonBlocking
    public CompletionStage<Response> signIn(
            @QueryParam("back") @DefaultValue(HOME) String back, @Context RoutingContext routing) {
        if (!identification.needed()) {
            return CompletableFuture.completedFuture(goOn(HOME));
        }
        return permission.of(routing, Access.anybodyKnown(), null).thenCompose(verdict -> {
            if (verdict instanceof Verdict.GoOn next) {
                return CompletableFuture.completedFuture(goOn(next.address()));
            }
            return verdict instanceof Verdict.Refused refused && refused.why() == Refusal.UNIDENTIFIED
                    ? begin(routing)
                    : CompletableFuture.completedFuture(goOn(LanguageResource.isLocal(back) ? back : HOME));
        });
    }

    private CompletionStage<Response> begin(RoutingContext routing) {
        return signingIn
                .begin(routing)
                .thenApply(
                        next -> next == null ? failed(routing, PageError.IDENTITY_UNAVAILABLE) : goOn(next.address()))
                .exceptionally(failure -> failed(routing, PageError.IDENTITY_UNAVAILABLE));
    }

    /** Ends the session, here and at the issuer. Links of other sites do not. */
    @GET
    @Path("logout")
    @Blocking
    public Response signOut(@Context RoutingContext routing) {
        if (!identification.needed()) {
            return goOn(HOME);
        }
        if (!SameOrigin.sent(routing.request())) {
            return failed(routing, PageError.FOREIGN_FORM);
        }
        try {
            return goOn(signingIn.end(routing));
        } catch (RuntimeException e) {
            LOG.warnf("A session could not be ended: %s", e.toString());
            return failed(routing, PageError.IDENTITY_UNAVAILABLE);
        }
    }

    private Response failed(RoutingContext routing, PageError error) {
        return pages.failed(pages.frame(routing.request(), Section.TODAY), error);
    }

    private static Response goOn(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

package org.anxin.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import org.anxin.json.CivilDay;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Text;
import org.anxin.registry.ImportedGoodsJson;
import org.anxin.registry.ImportedGoodsKey;
import org.anxin.registry.ImportedGoodsKinds;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/operators/{id}/imported-goods}: the kinds of imported goods that an operator sells. */
@Path("/api/v1/operators/{id}/imported-goods")
public class ImportedGoodsResource {
    private static final String ONE = "{goods}/{from}";

    private final RecordRequests requests;
    private final ImportedGoodsKinds kinds;

    ImportedGoodsResource(RecordRequests requests, ImportedGoodsKinds kinds) {
        this.requests = requests;
        this.kinds = kinds;
    }

    /** What names a kind of goods in its address. */
    public record Address(
            @PathParam("id") String id,
            @PathParam("goods") String goods,
            @PathParam("from") String from) {

        ImportedGoodsKey key() {
            ErrorCode mistake = goods.isBlank() ? ErrorCode.REQUIRED : Text.mistake(goods);
            if (mistake != null) {
                throw ProblemException.parameter("goods", mistake, FactInput.LONGEST_TEXT);
            }
            return new ImportedGoodsKey(
                    Parameters.requireId("id", id), goods, LocalDate.ofEpochDay(Parameters.requireDay("from", from)));
        }
    }

    /** The operator's kinds by name and first day. */
    @GET
    @Blocking
    public Response list(@PathParam("id") String id, @Context HttpServerRequest http) {
        String operator = Parameters.requireId("id", id);
        PageQuery query = PageQuery.of(http);
        return requests.page(
                kinds.page(operator, after(operator, query.after()), query.limit()), ImportedGoodsJson::write);
    }

    private static @Nullable ImportedGoodsKey after(String operator, String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        int end = cursor.lastIndexOf('/');
        int from = end < 1 ? Days.NONE : CivilDay.ofDate(cursor.substring(end + 1));
        if (from == Days.NONE) {
            throw PageQuery.badCursor();
        }
        return new ImportedGoodsKey(operator, cursor.substring(0, end), LocalDate.ofEpochDay(from));
    }

    /** One kind. */
    @GET
    @Path(ONE)
    @Blocking
    public Response get(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.get(http, kinds, address.key(), ImportedGoodsJson::write);
    }

    /** Creates or replaces it. */
    @PUT
    @Path(ONE)
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> put(@BeanParam Address address, @Context HttpServerRequest http) {
        ImportedGoodsKey key = address.key();
        return requests.put(http, kinds, key, in -> ImportedGoodsJson.read(in, key), ImportedGoodsJson::write);
    }

    /** Deletes it, as if it had never been; goods that are sold no more have an end instead. */
    @DELETE
    @Path(ONE)
    @Blocking
    public Response delete(@BeanParam Address address, @Context HttpServerRequest http) {
        return requests.delete(http, kinds, address.key(), ImportedGoodsJson::write);
    }
}

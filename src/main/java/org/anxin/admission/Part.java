package org.anxin.admission;

import org.anxin.rulebook.Says;
import org.anxin.rulebook.Says.Among;
import org.anxin.rulebook.Says.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * The part of a batch that a fault lies in, as rules name it.
 *
 * @param document a declared word of the kind {@code document}, null if the part is a field
 * @param field a field of the HTTP contract, null if the part is a document
 */
public record Part(@Nullable String document, @Nullable String field) {

    /** A field of the declaration, a lot or a document. */
    @Says(zh = "字段", en = "a field")
    public static Part field(
            @Among({
                        "arrivesOn",
                        "declaredOn",
                        "goods.name",
                        "goods.origin",
                        "goodsName",
                        "holder",
                        "issuedOn",
                        "lots",
                        "lots.lotNo",
                        "lots.quantity",
                        "lots.unit",
                        "marketId",
                        "number",
                        "origin",
                        "result",
                        "sampledOn",
                        "supplier",
                        "validUntil"
                    })
                    String name) {
        return new Part(null, name);
    }

    /** A type of document, for facts that are not one document. */
    @Says(zh = "凭证类型", en = "a type of document")
    public static Part document(@OneOf("document") String type) {
        return new Part(type, null);
    }
}

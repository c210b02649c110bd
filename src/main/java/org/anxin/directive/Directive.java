package org.anxin.directive;

import java.time.LocalDate;
import org.anxin.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A document of a regulator that rules carry out; one entry of {@code directives.yaml} (SPEC section 8).
 *
 * @param id what {@code @directive("…")} names, for example {@code BJ-2022-04-07}
 * @param title its title
 * @param issuer who issued it
 * @param issuedOn the day of issue, null where not known
 * @param number the document's number, null where the source does not name one (never invented)
 * @param url where it can be read, null where not known
 */
public record Directive(
        String id,
        Bilingual title,
        Bilingual issuer,
        @Nullable LocalDate issuedOn,
        @Nullable String number,
        @Nullable String url) {}

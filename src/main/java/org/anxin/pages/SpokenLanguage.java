package org.anxin.pages;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language a request wants its page: that of the cookie, else that of the browser, else Chinese. */
final class SpokenLanguage {
    /** Set by the link in the head of the pages. */
    static final String COOKIE = "anxin-language";

    private static final List<Locale> LOCALES = List.of(Language.ZH.locale(), Language.EN.locale());

    private SpokenLanguage() {}

    static Language of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        Language chosen = cookie == null ? null : named(cookie.getValue());
        return chosen == null ? accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) : chosen;
    }

    /** The language of this code, or null if there is none. */
    static @Nullable Language named(String code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return null;
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) {
            return Language.ZH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), LOCALES);
            return Language.EN.locale().equals(best) ? Language.EN : Language.ZH;
        } catch (IllegalArgumentException e) {
            // No header of a browser; the page is readable all the same.
            return Language.ZH;
        }
    }
}

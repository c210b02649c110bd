package org.anxin.api;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.anxin.json.ErrorCode;
import org.anxin.json.FactInput;
import org.anxin.json.Fields;
import org.anxin.security.ApiKey;
import org.anxin.security.ApiKeys;
import org.anxin.security.Role;
import org.anxin.text.Bilingual;
import org.anxin.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /api/v1/keys}.
 *
 * @param isMarket whether a market is registered
 * @param today as an epoch day
 * @param last the last day that a key may have, as an epoch day
 */
record ApiKeyRequest(Predicate<String> isMarket, int today, int last) {
    private static final Fields FIELDS =
            Fields.of("name", "roles", "markets", "expiresOn").requiring("name", "roles", "expiresOn");
    private static final Bilingual ROLES = new Bilingual("密钥可有的角色：" + codes(), "roles that a key may have: " + codes());
    private static final Bilingual NO_MARKETS =
            new Bilingual("空列表，只有 market-organiser 有市场", "an empty list, since only a market-organiser has markets");

    private static String codes() {
        return ApiKey.possibleRoles().stream().map(Role::code).collect(Collectors.joining(", "));
    }

    /** The key that is wanted, or null if mistakes were reported. */
    ApiKeys.@Nullable Wanted read(FactInput in) throws IOException {
        if (!in.begins(FIELDS)) {
            return null;
        }
        String name = null;
        List<@Nullable String> roles = List.of();
        List<@Nullable String> markets = List.of();
        int expiresOn = Days.NONE;
        while (in.next()) {
            switch (in.field()) {
                case "name" -> name = in.filledText();
                case "roles" -> roles = in.filledList(FactInput::filledText);
                case "markets" -> markets = in.list(FactInput::id);
                default -> expiresOn = in.day();
            }
        }
        Set<Role> wanted = roles(in, roles);
        Set<String> ids = markets(in, markets, wanted);
        if (expiresOn != Days.NONE && (expiresOn < today || expiresOn > last)) {
            in.report("expiresOn", ErrorCode.WRONG_TYPE, lastDay());
        }
        return name == null || expiresOn == Days.NONE || !in.clean()
                ? null
                : new ApiKeys.Wanted(name, wanted, ids, expiresOn);
    }

    private Bilingual lastDay() {
        return new Bilingual("从今天到 " + Days.text(last) + " 的日期", "a day from today to " + Days.text(last));
    }

    private static Set<Role> roles(FactInput in, List<@Nullable String> codes) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : codes) {
            Role role = code == null ? null : Role.of(code);
            if (role != null && ApiKey.mayHave(role)) {
                roles.add(role);
            } else if (code != null) {
                in.report("roles", ErrorCode.WRONG_TYPE, ROLES);
            }
        }
        return roles;
    }

    private Set<String> markets(FactInput in, List<@Nullable String> ids, Set<Role> roles) {
        Set<String> markets = ids.stream().filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        boolean organiser = roles.contains(Role.MARKET_ORGANISER);
        if (organiser && markets.isEmpty()) {
            in.report("markets", ErrorCode.REQUIRED);
        } else if (!organiser && !markets.isEmpty()) {
            in.report("markets", ErrorCode.WRONG_TYPE, NO_MARKETS);
        } else if (!markets.stream().allMatch(isMarket)) {
            in.report("markets", ErrorCode.UNKNOWN_REFERENCE);
        }
        return markets;
    }
}

package org.anxin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anxin.demo.DemoBatches;
import org.anxin.desk.FalseDocuments;
import org.anxin.files.StoredFiles;
import org.anxin.policy.ActivePolicy;
import org.anxin.security.Identified;
import org.anxin.security.Role;
import org.anxin.security.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a page offers somebody, they may have: every link and every form that each role meets on its way. */
@QuarkusTest
@TestProfile(Identified.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferedTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"(/[^\"]*)\" method=\"post\"([^>]*)>");
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int BROKEN = 500;

    /** Pages of one shape that are looked at, since they differ by what they are about. */
    private static final int OF_A_SHAPE = 3;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DemoDay demo;

    @Inject
    DemoPatrols patrols;

    @Inject
    DemoBatches batches;

    @Inject
    FalseDocuments falseDocuments;

    @Inject
    StoredFiles files;

    @Inject
    ActivePolicy policy;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void load() throws SQLException, IOException {
        demo.load();
        patrols.load();
        demo.sweep(DemoDay.DAY);
        batches.declare();
        falseDocuments.find("SUPPLIER_LICENCE", "SL-2", "与签发机关核实不符", "local");
    }

    @AfterAll
    void clear() throws SQLException {
        demo.clear();
    }

    @Test
    void whoeverFollowsALinkOrSendsAFormIsNotRefused() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            wrong.addAll(new Walk(role).wrong());
        }
        assertThat(wrong).isEmpty();
    }

    /** The way of somebody with one role from page to page. */
    private final class Walk {
        private final Role role;
        private final String token;
        private final Deque<String> ahead = new ArrayDeque<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Set<String> forms = new TreeSet<>();
        private final Set<String> wrong = new TreeSet<>();

        Walk(Role role) {
            this.role = role;
            token = TestIssuer.running().token("walker", List.of(role.code()), "M-01");
        }

        /** What was offered and refused, each kind of page once. */
        Set<String> wrong() {
            for (String start : List.of("/?day=2022-04-07", "/rules", "/batches", "/passes", "/markets/M-01")) {
                look(start, start, false);
            }
            while (!ahead.isEmpty()) {
                String[] way = ahead.pop().split(" ");
                look(way[0], way[1], true);
            }
            return wrong;
        }

        private void look(String from, String address, boolean offered) {
            HttpResponse<String> page = send(HttpRequest.newBuilder(service.resolve(address)));
            if (page.statusCode() == FORBIDDEN && !offered) {
                return;
            }
            if (page.statusCode() == FORBIDDEN || page.statusCode() >= BROKEN) {
                wrong.add(role + ": " + shape(from) + " links to " + address + " → " + page.statusCode());
            }
            if (page.statusCode() == OK
                    && page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                follow(address, page.body());
            }
        }

        private void follow(String from, String page) {
            for (Matcher link = LINK.matcher(page); link.find(); ) {
                String address = link.group(1).replace("&amp;", "&");
                if (!address.matches("/(assets|language|login|logout|q).*")
                        && seen.merge(shape(address), 1, Integer::sum) <= OF_A_SHAPE) {
                    ahead.add(from + " " + address);
                }
            }
            for (Matcher form = FORM.matcher(page); form.find(); ) {
                if (forms.add(shape(form.group(1)))) {
                    submit(from, form.group(1), form.group(2).contains("multipart"));
                }
            }
        }

        /** An empty form, which changes nothing. */
        private void submit(String from, String action, boolean files) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(service.resolve(action))
                    .header("Sec-Fetch-Site", "same-origin")
                    .header(
                            "Content-Type",
                            files ? "multipart/form-data; boundary=none" : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.noBody()));
            if (answer.statusCode() == FORBIDDEN || answer.statusCode() == BROKEN) {
                wrong.add(role + ": form of " + shape(from) + " to " + shape(action) + " → " + answer.statusCode());
            }
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(
                        request.header("Authorization", "Bearer " + token).build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new AssertionError(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** What pages of one kind have in common: the words of their path. */
        private static String shape(String address) {
            return address.replaceFirst("[?].*", "").replaceAll("/[^/]*[0-9A-Z_%][^/]*", "/*");
        }
    }
}

package io.recital.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What falls due, as a plugin, the command line and a calendar program see it. */
class DutiesTest {
    private static final String CONTRACT = """
            FACILITY SERVICES AGREEMENT

            This Facility Services Agreement is made on 2 January 2026 between Harwood Estates plc (the "Customer") and
            Lindqvist Facilities Limited (the "Supplier").

            1. Term
            1.1 This Agreement starts on 2 January 2026 and ends on 31 December 2027.
            1.2 This Agreement renews automatically for periods of one year unless either party gives the other written
            notice at least 90 days before the end of the then-current term.

            2. Duties
            2.1 The Supplier shall deliver a fire safety certificate to the Customer by 30 April 2026.
            2.2 Within five Business Days after the end of each month the Supplier shall send the Customer a maintenance
            report.
            2.3 The Supplier shall return all access cards within 14 days after termination of this Agreement.

            2.4 The Customer may terminate this Agreement if the Supplier does not remedy a material breach within 30 days
            after a written notice of it.
            2.5 Any dispute shall first be referred to the facility managers, who shall try to settle it within 5 Business
            Days. If they do not settle it in that time, it shall be referred to the regional directors, who shall meet
            within 10 Business Days.

            3. Law
            3.1 This Agreement is governed by the law of England and Wales.
            """;
    private static final String EVENTS = """
            id,vendor_id,vendor,contract,event,subject,date,time,reference,note
            L-1,V9,Lindqvist Facilities Limited,,report-received,Maintenance report January 2026,2026-02-05,,,
            L-2,V9,Lindqvist Facilities Limited,,report-received,Maintenance report February 2026,2026-03-12,,,
            L-3,V9,Lindqvist Facilities Limited,,breach-notice-sent,Boiler room left open,2026-05-11,,BN-31,
            L-4,V9,Lindqvist Facilities Limited,,dispute-notice-sent,Hours in April,2026-06-15,,DN-41,
            """;

    @TempDir
    static Path folder;

    private static ApiClient api;

    @BeforeAll
    static void ingest() {
        api = SharedService.newTenant(folder.resolve("data"));
        api.ingest(
                Map.of("harwood-lindqvist.txt", CONTRACT.getBytes(StandardCharsets.UTF_8)),
                Map.of("role", "buyer", "counterparty", "Lindqvist Facilities Limited"));
        api.upload("/api/v1/facts", Map.of("events.csv", EVENTS.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private static JsonNode list(String query) {
        return api.json("/api/v1/occurrences?asOf=2026-06-30" + query);
    }

    private static JsonNode certificate() {
        for (JsonNode item : list("").path("items")) {
            if (item.path("duty").asString().contains("fire safety")) {
                return item;
            }
        }
        throw new AssertionError("No duty about the certificate: " + list(""));
    }

    private static HttpResponse<byte[]> change(String id, String body) {
        return api.send(
                "POST",
                "/api/v1/occurrences/" + id + "/changes",
                "application/json",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String saying) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains(saying);
    }

    @Test
    void anOccurrenceIsAssignedDoneReopenedAndWaivedAndItsHistoryTellsWhoDidWhat() {
        JsonNode before = certificate();
        String id = before.path("id").asString();
        assertThat(before.path("due").asString()).isEqualTo("2026-04-30");
        assertThat(before.path("citations").get(0).path("quote").asString()).contains("fire safety certificate");

        assertThat(change(id, "{\"step\":\"assigned\",\"by\":\"Ida\",\"on\":\"2026-04-01\",\"owner\":\"Tom Reed\"}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode done = ApiClient.json(change(
                id,
                "{\"step\":\"done\",\"by\":\"Tom Reed\",\"on\":\"2026-05-04\",\"evidence\":{\"row\":\"event:L-1\"}}"));
        assertThat(done.path("status").asString()).isEqualTo("late");
        assertThat(done.path("owner").asString()).isEqualTo("Tom Reed");
        assertThat(list("&owner=tom%20reed").path("items").size()).isEqualTo(1);
        assertThat(api.json("/api/v1/occurrences/" + id + "?asOf=2026-05-01")
                        .path("status")
                        .asString())
                .as("a look back sees what counted then")
                .isNotEqualTo("late");

        assertProblem(change(id, "{\"step\":\"waived\",\"by\":\"Ida\",\"reason\":\"agreed\"}"), 409, "reopen it first");
        change(id, "{\"step\":\"reopened\",\"by\":\"Ida\",\"on\":\"2026-06-01\",\"reason\":\"wrong certificate\"}");
        change(id, "{\"step\":\"waived\",\"by\":\"Ida\",\"on\":\"2026-06-02\",\"reason\":\"the building is sold\"}");
        assertThat(certificate().path("status").asString()).isEqualTo("waived");
        assertThat(certificate().path("waiver").path("reason").asString()).isEqualTo("the building is sold");
        assertThat(list("&status=waived").path("total").asInt()).isEqualTo(1);

        List<String> trail = new ArrayList<>();
        api.json("/api/v1/occurrences/" + id + "/history")
                .forEach(each -> trail.add(each.path("by").asString() + ": "
                        + each.path("from").asString() + " → " + each.path("to").asString()));
        assertThat(trail)
                .containsExactly(
                        "Ida: nobody → Tom Reed", "Tom Reed: open → done", "Ida: done → open", "Ida: open → waived");
        String report = new String(
                api.get("/api/v1/reports/obligations?asOf=2026-06-30&format=csv")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(report).contains("Tom Reed", "waived by Ida: the building is sold");
    }

    @Test
    void aChangeIsRefusedWithWhatToDo() {
        String id = list("&status=overdue").path("items").get(0).path("id").asString();

        assertProblem(change(id, "{\"by\":\"Ida\"}"), 400, "assigned, done, waived");
        assertProblem(change(id, "{\"step\":\"done\",\"by\":\"Ida\"}"), 400, "what shows that it was done");
        assertProblem(change(id, "{\"step\":\"assigned\",\"owner\":\"Tom\"}"), 400, "by");
        assertProblem(
                change(id, "{\"step\":\"done\",\"by\":\"Ida\",\"evidence\":{\"row\":\"event:none\"}}"),
                404,
                "event:none");
        assertProblem(
                change(id, "{\"step\":\"done\",\"by\":\"Ida\",\"on\":\"2999-01-01\",\"evidence\":{\"words\":\"x\"}}"),
                409,
                "today or an earlier day");
        assertProblem(
                change("0123456789abcdef-2026-01-01", "{\"step\":\"assigned\",\"by\":\"I\",\"owner\":\"T\"}"),
                404,
                "No duty");
        assertProblem(api.get("/api/v1/occurrences?status=lost"), 400, "overdue");
        assertProblem(api.get("/api/v1/occurrences/what"), 404, "what");
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsTold() {
        String path = "/api/v1/occurrences/"
                + list("&status=open").path("items").get(0).path("id").asString();
        HttpResponse<byte[]> seen = api.get(path + "?asOf=2026-06-30");
        assertThat(seen.headers().firstValue("ETag")).contains("\"0\"");

        assertThat(api.postIfMatch(path + "/changes", "\"0\"", "{\"step\":\"assigned\",\"by\":\"A\",\"owner\":\"Tom\"}")
                        .statusCode())
                .isEqualTo(200);
        assertProblem(
                api.postIfMatch(path + "/changes", "\"0\"", "{\"step\":\"assigned\",\"by\":\"B\",\"owner\":\"Eve\"}"),
                412,
                "version 0");
    }

    @Test
    void wordsOfADocumentAreEvidence() {
        JsonNode item = list("&status=overdue").path("items").get(1);
        JsonNode citation = item.path("citations").get(0);
        JsonNode done = ApiClient.json(change(
                item.path("id").asString(),
                "{\"step\":\"done\",\"by\":\"Ida\",\"on\":\"2026-06-30\",\"evidence\":{\"document\":\""
                        + citation.path("document").asString() + "\",\"start\":" + citation.path("start")
                        + ",\"end\":" + citation.path("end") + "}}"));

        assertThat(done.path("evidence").get(0).path("citation").path("quote")).isEqualTo(citation.path("quote"));
    }

    @Test
    void theCommandLineListsAndChanges() {
        String listed = run("obligations", "list", "--as-of", "2026-06-30", "--status", "overdue,late");
        String id = listed.lines().findFirst().orElseThrow().split("  ")[0];

        assertThat(run("obligations", "assign", id, "--to", "Una Holt", "--by", "Ida", "--as-of", "2026-06-30"))
                .contains("Una Holt");
        assertThat(run("obligations", "history", id)).contains("nobody → Una Holt");
        assertThat(run("obligations", "list", "--as-of", "2026-06-30", "--owner", "Una Holt"))
                .contains(id, "1 in all");
    }

    @Test
    void theCalendarHoldsWhatIsToBeDoneWithWordsAndReminders() throws Exception {
        byte[] file = api.get("/api/v1/calendar.ics?asOf=2026-03-01").body();
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        String text = calendar.toString().replace("\r\n ", "");

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(text)
                .contains("DTSTART;VALUE=DATE:20260430", "TRIGGER:-P1W", "SUMMARY:Lindqvist Facilities Limited")
                .contains("last day to send a notice that ends FACILITY SERVICES AGREEMENT", "Assumed:")
                .contains("The Supplier shall deliver a fire safety certificate");
        String again =
                new String(api.get("/api/v1/calendar.ics?asOf=2026-03-01").body(), StandardCharsets.UTF_8);
        assertThat(again)
                .as("programs move an entry instead of doubling it")
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void aFeedIsReadByItsSecretAddressUntilItIsEnded() {
        JsonNode made = api.post("/api/v1/calendar/feeds", Map.of("name", "wall screen", "supplier", "Lindqvist"));
        String path = made.path("path").asString();
        ApiClient program = api.withKey("");

        HttpResponse<byte[]> fetched = program.get(path);
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).startsWith("BEGIN:VCALENDAR");
        String lastDigit = path.charAt(path.length() - 5) == '0' ? "1" : "0";
        assertProblem(program.get(path.substring(0, path.length() - 5) + lastDigit + ".ics"), 404, "no such calendar");
        assertProblem(program.get("/api/v1/calendar.ics"), 401, "api-key");

        JsonNode feed = api.json("/api/v1/calendar/feeds")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("wall screen"))
                .findFirst()
                .orElseThrow();
        assertThat(feed.toString()).contains("wall screen").doesNotContain(path.substring(43, 60));
        assertThat(api.send(
                                "DELETE",
                                "/api/v1/calendar/feeds/" + feed.path("id").asString(),
                                "",
                                new byte[0])
                        .statusCode())
                .isEqualTo(204);
        assertProblem(program.get(path), 404, "no such calendar");
    }

    @Test
    void theCommandLineWritesACalendar() throws Exception {
        Path file = folder.resolve("contracts.ics");
        run("calendar", "--out", file.toString(), "--as-of", "2026-03-01");

        assertThat(Files.readString(file)).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VALARM");
        assertThat(run("calendar", "--feed", "phone", "--owner", "Nobody")).contains("/calendars/");
    }

    @Test
    void whatIfTellsWhatRenewsAndUntilWhenItCanBeEnded() {
        JsonNode choice = api.json("/api/v1/what-if/renewal?asOf=2026-06-30").get(0);

        assertThat(choice.path("title").asString())
                .contains("send a notice by 2027-09-30 and it ends on 2027-12-31", "renews itself until 2028-12-31");
        assertThat(choice.path("until").asString()).isEqualTo("2027-09-30");
        assertThat(choice.path("provisional").asBoolean()).isTrue();
        assertThat(choice.path("workings").get(0).path("operation").asString()).isEqualTo("day-before");
        assertThat(api.json("/api/v1/what-if/spend?asOf=2026-06-30")).isEmpty();
        assertProblem(api.get("/api/v1/what-if/target?measure=SL1&target=often"), 400, "target");
        assertThat(run("what-if", "renewal", "--as-of", "2026-06-30"))
                .contains("harwood-lindqvist.txt 1.2", "assumed:");
        assertThat(run("what-if", "target", "--measure", "uptime", "--target", "99"))
                .contains("say nothing of this");
    }

    @Test
    void remediesAreFollowedFromTheNoticeToWhatTheClauseGives() {
        JsonNode cure = remedy("time to put right", "2026-06-30");
        assertThat(cure.path("state").asString()).isEqualTo("open");
        assertThat(cure.path("until").asString()).isEqualTo("2026-06-10");
        assertThat(cure.path("begun").path("row").asString()).isEqualTo("event:L-3");
        assertThat(cure.path("next").asString()).isEqualTo("the right to terminate");
        assertThat(cure.path("notDecided").asString()).isEqualTo("whether the breach is material");
        assertThat(remedy("time to put right", "2026-06-10").path("state").asString())
                .isEqualTo("runs");
        assertThat(remedy("level 2 of 2", "2026-06-30").path("who").asString()).isEqualTo("the regional directors");
        assertProblem(api.get("/api/v1/remedies?asOf=soon"), 400, "'asOf' is not a day such as 2026-06-30");
        assertThat(run("obligations", "remedies", "--as-of", "2026-06-30"))
                .contains("open  Lindqvist", "not decided: whether the breach is material");
    }

    private static JsonNode remedy(String stage, String asOf) {
        return api.json("/api/v1/remedies?supplier=Lindqvist&asOf=" + asOf)
                .valueStream()
                .filter(each -> each.path("stage").asString().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Recital.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        assertThat(line.execute(all.toArray(String[]::new))).as(out.toString()).isZero();
        return out.toString();
    }
}

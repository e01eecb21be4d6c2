package io.riskwatch.portfolio.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.riskwatch.portfolio.Ledgers;
import io.riskwatch.portfolio.PortfolioServiceIT;
import io.riskwatch.portfolio.TestCaller;
import io.riskwatch.portfolio.organisation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Who is listed of an organisation, to whom, and with what. */
class MemberIT extends PortfolioServiceIT {

    private static final String MEMBERS = "/api/v1/members";

    private TestCaller owner;
    private TestCaller viewer;
    private TestCaller adviser;

    @BeforeEach
    void anOrganisationOfThree() {
        owner = callers.inNewOrganisation();
        viewer = callers.colleagueOf(owner, "vera | Viewer", Role.VIEWER);
        adviser = callers.colleagueOf(owner, "Anna", Role.ADVISER, Role.MEMBER);
        Stream.of(owner, viewer, adviser).forEach(this::addressed);
    }

    private void addressed(TestCaller caller) {
        jdbc.sql("update app_user set email = ?, password_hash = 'none' where id = ?")
                .params(address(caller), caller.userId())
                .update();
    }

    private static String address(TestCaller caller) {
        return caller.userId() + "@example.com";
    }

    private JsonNode page(TestCaller caller, String query) {
        return new Ledgers(http(caller)).get(MEMBERS + query);
    }

    private List<String> names(TestCaller caller, String query) {
        return page(caller, query)
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    @Test
    void theMembersAreListedByNameWithTheirRoles() {
        assertThat(names(viewer, "")).containsExactly("Anna", "Test user", "vera | Viewer");

        var anna = page(owner, "").get("items").get(0);
        assertThat(anna.get("id").stringValue()).isEqualTo(adviser.userId().toString());
        assertThat(anna.get("roles").valueStream().map(JsonNode::stringValue)).containsExactly("ADVISER", "MEMBER");
        assertThat(anna.get("seesAllClients").booleanValue()).isTrue();
        assertThat(page(owner, "").get("items").get(2).get("seesAllClients").booleanValue())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,   true",
        "ADVISER, true",
        "ADMIN,   true",
        "MEMBER,  false",
        "VIEWER,  false",
        "STUDENT, false",
        "TEACHER, false"
    })
    void addressesAreForThoseWhoGrantClientsAndOnesOwnIsForEverybody(Role role, boolean seesAll) {
        var caller = callers.colleagueOf(owner, "Zoe", role);
        addressed(caller);

        var shown = page(caller, "")
                .get("items")
                .valueStream()
                .filter(item -> item.has("email"))
                .map(item -> item.get("email").stringValue())
                .toList();

        if (seesAll) {
            assertThat(shown)
                    .containsExactlyInAnyOrder(address(owner), address(viewer), address(adviser), address(caller));
        } else {
            assertThat(shown).containsExactly(address(caller));
        }
        assertThat(names(caller, "?q=" + owner.userId()))
                .as("found by the address")
                .hasSize(seesAll ? 1 : 0);
        assertThat(names(caller, "?q=" + caller.userId())).containsExactly("Zoe");
    }

    @Test
    void anotherOrganisationsMembersAreNotListed() {
        var stranger = callers.inNewOrganisation();

        assertThat(page(stranger, "").get("items"))
                .singleElement()
                .satisfies(only -> assertThat(only.get("id").stringValue())
                        .isEqualTo(stranger.userId().toString()));
        assertThat(names(stranger, "?q=Anna")).isEmpty();
        var cursor = page(owner, "?limit=1").get("nextCursor").stringValue();
        assertThat(names(stranger, "?cursor=" + cursor)).containsExactly("Test user");
        anonymous().get().uri(MEMBERS).exchange().expectStatus().isUnauthorized();
        http(callers.serviceToken())
                .get()
                .uri(MEMBERS)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aMemberOfTwoOrganisationsHasTheRolesOfTheOneThatIsAsked() {
        var other = callers.inNewOrganisation();
        jdbc.sql("insert into membership (user_id, organisation_id, role) values (?, ?, 'TEACHER')")
                .params(adviser.userId(), other.organisationId())
                .update();

        assertThat(page(other, "?q=anna").get("items").get(0).get("roles").toString())
                .isEqualTo("[\"TEACHER\"]");
        assertThat(page(owner, "?q=anna").get("items").get(0).get("roles").toString())
                .isEqualTo("[\"ADVISER\",\"MEMBER\"]");
    }

    @Test
    void pagesGoOnWhereTheLastEndedWhateverANameHas() {
        callers.colleagueOf(owner, "Anna", Role.MEMBER);
        var found = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = page(viewer, "?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.add(page.get("items").get(0).get("name").stringValue());
            cursor = page.has("nextCursor") ? page.get("nextCursor").stringValue() : null;
        }
        assertThat(found).containsExactly("Anna", "Anna", "Test user", "vera | Viewer");
        assertThat(names(viewer, "?q=VERA")).containsExactly("vera | Viewer");
        assertThat(names(viewer, "?q=%25")).as("a wildcard is a character").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "cursor=x, cursor"})
    void aPageThatIsNoneIsRefusedByItsField(String query, String field) {
        http(viewer)
                .get()
                .uri(MEMBERS + "?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}

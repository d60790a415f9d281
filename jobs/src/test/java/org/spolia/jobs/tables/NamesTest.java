package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aStatementNamesItsTables() {
        assertThat(Names.in("SELECT * FROM Trials, `problems`"))
                .isEqualTo(new Names(List.of(Table.PROBLEMS, Table.TRIALS), List.of(), List.of()));
    }

    @Test
    void theDatabaseOfAShardNamesItsKind() {
        assertThat(Names.in("SELECT avg(A[0]) FROM simulations.gray_scott").kinds())
                .containsExactly(ShardKind.SIMULATIONS);
    }

    @Test
    void aViewIncludesItsTables() {
        Names names = Names.in("SELECT * FROM learning_curve");

        assertThat(names.views())
                .containsExactly(
                        View.EARLIER_VERSIONS,
                        View.LATEST_EXPERIMENTS,
                        View.LATEST_TRIALS,
                        View.TRIAL_SETS,
                        View.MODEL_SCORES,
                        View.LEADERBOARD,
                        View.LEARNING_CURVE);
        assertThat(names.tables())
                .contains(Table.SCORES, Table.CANDIDATES, Table.TRIALS)
                .doesNotContain(Table.ATTEMPTS);
    }

    @Test
    void viewsFollowTheViewsThatTheyUse() {
        for (View view : View.values()) {
            assertThat(Names.in(view.statement()).views())
                    .as(view.viewName())
                    .contains(view)
                    .isSubsetOf(EnumSet.range(View.EARLIER_VERSIONS, view));
        }
    }

    /**
     * A view of the latest versions of experiments is followed by a view of all versions. No other view has such a
     * counterpart.
     */
    @Test
    void viewsOfLatestVersionsHaveACounterpartForAll() {
        List<View> latest = List.of(View.LATEST_EXPERIMENTS, View.LATEST_TRIALS, View.LATEST_PROBE_SCORES);
        for (View view : View.values()) {
            List<View> made = Names.in(view.statement()).views();
            if (view.isOfAllVersions()) {
                assertThat(made).as(view.viewName()).allMatch(View::isOfAllVersions);
                assertThat(view.statement())
                        .as(view.viewName())
                        .startsWith("--")
                        .contains("CREATE VIEW " + view + " AS");
            } else if (!latest.contains(view)) {
                assertThat(Arrays.stream(View.values())
                                .anyMatch(twin -> twin.viewName().equals(view + "_all")))
                        .as(view.viewName())
                        .isEqualTo(made.stream().anyMatch(latest::contains));
            }
        }
    }

    @Test
    void otherStatementsNameNone() {
        assertThat(Names.in("SHOW TABLES").isEmpty()).isTrue();
    }
}

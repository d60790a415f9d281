package org.spolia.jobs.tables;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aViewBringsWhatItIsMadeOf() {
        Names names = Names.in("SELECT * FROM learning_curve");

        assertThat(names.views()).containsExactly(View.MODEL_SCORES, View.LEADERBOARD, View.LEARNING_CURVE);
        assertThat(names.tables())
                .contains(Table.SCORES, Table.CANDIDATES, Table.TRIALS)
                .doesNotContain(Table.ATTEMPTS);
    }

    @Test
    void viewsComeAfterThoseThatTheyAreMadeOf() {
        for (View view : View.values()) {
            assertThat(Names.in(view.statement()).views())
                    .as(view.viewName())
                    .contains(view)
                    .isSubsetOf(EnumSet.range(View.MODEL_SCORES, view));
        }
    }

    @Test
    void otherStatementsNameNone() {
        assertThat(Names.in("SHOW TABLES").isEmpty()).isTrue();
    }
}

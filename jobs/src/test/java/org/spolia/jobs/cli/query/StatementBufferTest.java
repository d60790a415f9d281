package org.spolia.jobs.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementBufferTest {
    @Test
    void aStatementContinuesUntilItsSemicolon() {
        StatementBuffer buffer = new StatementBuffer();

        assertThat(buffer.add("SELECT 1,")).isEmpty();
        assertThat(buffer.add("  2; SELECT 3;")).containsExactly("SELECT 1,\n  2", "SELECT 3");
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void semicolonsInTextsNamesAndCommentsAreIgnored() {
        for (String part : List.of("'a;b'", "'it''s;'", "'\\';'", "\"a;b\"", "`a;b`", "/* ; */ 1", "1 -- ;")) {
            List<String> statements = new ArrayList<>();
            StatementBuffer buffer = new StatementBuffer();
            statements.addAll(buffer.add("SELECT " + part));
            assertThat(statements).as(part).isEmpty();
            assertThat(buffer.add(";")).as(part).containsExactly("SELECT " + part);
        }
    }

    @Test
    void commentsAloneAreNotAStatement() {
        StatementBuffer buffer = new StatementBuffer();

        assertThat(buffer.add("-- nothing")).isEmpty();
        assertThat(buffer.isEmpty()).isTrue();
        assertThat(buffer.add("/* here */;;")).isEmpty();
    }

    @Test
    void textWithoutASemicolonIsTheRest() {
        StatementBuffer buffer = new StatementBuffer();
        buffer.add("SELECT 'open;");

        assertThat(buffer.takeRest()).isEqualTo("SELECT 'open;");
        assertThat(buffer.isEmpty()).isTrue();
    }
}

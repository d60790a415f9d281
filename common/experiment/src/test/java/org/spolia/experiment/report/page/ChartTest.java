package org.spolia.experiment.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Map<String, Object> VALUES =
            Map.of("legend", true, "x", "{x}", "y", "</script>", "rows", List.of(List.of(1.5, 2.0)));

    @Test
    void valuesStandWhereTheResourceNamesThemAndSeriesAreRepeated() throws JsonProcessingException {
        JsonNode options = options(List.of(
                Map.of("name", "a", "points", List.of(List.of(1, 2))), Map.of("name", "b", "points", List.of())));

        assertThat(options.at("/legend/show").asBoolean()).isTrue();
        assertThat(options.at("/xAxis/name").asText()).isEqualTo("{x}");
        assertThat(options.at("/yAxis")).isEqualTo(json("{'type': 'value', 'name': '</script>', 'scale': true}"));
        assertThat(options.at("/series"))
                .isEqualTo(json("[{'type': 'scatter', 'name': 'rows', 'symbolSize': 5, 'data': [[1.5, 2.0]]},"
                        + " {'type': 'line', 'name': 'a', 'symbol': 'none', 'data': [[1, 2]]},"
                        + " {'type': 'line', 'name': 'b', 'symbol': 'none', 'data': []}]"));
        assertThat(options(List.of()).at("/series")).hasSize(1);
    }

    @Test
    void aValueThatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.of("rows", "", 1, VALUES))
                .withMessageStartingWith("No value for lines among [");
    }

    private static JsonNode options(List<Map<String, Object>> lines) throws JsonProcessingException {
        Map<String, Object> all = new HashMap<>(VALUES);
        all.put("lines", lines);
        String html = Chart.of("rows", "a label", 300, all);
        String start = "<script type=\"application/json\">";
        return json(html.substring(html.indexOf(start) + start.length(), html.lastIndexOf("</script>")));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}

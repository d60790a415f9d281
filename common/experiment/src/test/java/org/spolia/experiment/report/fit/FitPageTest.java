package org.spolia.experiment.report.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.data.NumericTable;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.SavedConstant;
import org.spolia.experiment.fit.SavedFit;
import org.spolia.experiment.fit.SavedModel;
import org.spolia.experiment.fit.SavedVariable;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Page;

class FitPageTest {
    private static final SavedFit FIT = new SavedFit(
            "<y>",
            List.of(new SavedVariable("a", "a"), new SavedVariable("x2", "b c")),
            List.of(
                    model(1, 1.25, false, "2.5", List.of(new SavedConstant(2.5, 0.5))),
                    model(3, 0.25, true, "a + x2", List.of())),
            "",
            List.of(),
            0);

    @Test
    void saysWhatTheRowsSayAboutTheSelectedModel() {
        String page = page(4);

        // The residuals are 0, 0, 0 and 1; the targets, 1, 3, 3 and 6, are 12.75 from their mean in squares.
        assertThat(page)
                .contains("<dt>complexity</dt><dd>3</dd>")
                .contains("<dt>R²</dt><dd>0.9216</dd>")
                .contains("<dt>root mean square error</dt><dd>0.500</dd>")
                .contains("<dt>largest error</dt><dd>1.00</dd>")
                .contains("<td data-title=\"column\">b c</td>")
                .contains("[[1.0,0.0],[2.0,0.0],[3.0,0.0],[4.0,1.0]]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1000, 0x1p1000})
    void targetsWhoseSquareIsNoNumberHaveErrorsToo(double scale) {
        String page = page(4, scale);
        assertThat(page).contains("<dt>R²</dt><dd>0.9216</dd>");
        assertThat(page).doesNotContain("<dd>NaN", "<dd>Infinity", "<dd>0.000");
    }

    @Test
    void refersToNothingOutsideItselfAndEscapesNames() {
        String own = page(4).replace(Figure.resource(Page.ECHARTS), "");

        assertThat(own).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("url(");
        assertThat(own).contains("<h1>&lt;y&gt;</h1>").contains("<mi>&lt;y&gt;</mi>");
    }

    @Test
    void drawsEveryFewRowsOfALongTable() {
        assertThat(page(4)).doesNotContain("row is drawn");
        assertThat(page(2500)).contains("Every 3. row is plotted.");
    }

    private static String page(int rows) {
        return page(rows, 1);
    }

    private static String page(int rows, double scale) {
        double[] first = new double[rows];
        double[] second = new double[rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            first[row] = (row + 1) * scale;
            second[row] = row % 2 * scale;
            target[row] = first[row] + second[row] + (row == 3 ? scale : 0);
        }
        return FitPage.of(
                FIT, TrainingTable.read(new Columns(List.of(first, second, target)), "<y>", List.of()), "my.csv", "L2");
    }

    private static SavedModel model(
            int complexity, double loss, boolean selected, String formula, List<SavedConstant> constants) {
        return new SavedModel(
                complexity,
                loss,
                selected,
                formula,
                formula,
                formula,
                formula,
                formula,
                constants,
                List.of(),
                List.of(),
                formula,
                List.of(),
                "proven");
    }

    private record Columns(List<double[]> values) implements NumericTable {
        @Override
        public String place() {
            return "my.csv";
        }

        @Override
        public List<String> columns() {
            return List.of("a", "b c", "<y>");
        }

        @Override
        public double[][] read(List<String> names) {
            return names.stream()
                    .map(name -> values.get(columns().indexOf(name)))
                    .toArray(double[][]::new);
        }

        @Override
        public List<String> texts(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}

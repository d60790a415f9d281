package org.spolia.experiment.report.vector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.report.page.Answer;

/** The names of encoders on the page. They include the input if one encoder has several inputs. */
final class EncoderNames {
    private final boolean alone;

    private EncoderNames(boolean alone) {
        this.alone = alone;
    }

    /** The names in rows with columns dataset, encoder and setting. */
    static EncoderNames of(List<Answer.Entry> rows) {
        Map<String, Set<String>> settings = new HashMap<>();
        rows.forEach(row -> settings.computeIfAbsent(
                        row.name("dataset") + "\n" + row.name("encoder"), encoder -> new HashSet<>())
                .add(row.name("setting")));
        return new EncoderNames(settings.values().stream().allMatch(given -> given.size() == 1));
    }

    String of(Answer.Entry row) {
        return alone ? row.name("encoder") : row.name("encoder") + ", " + row.name("setting");
    }
}

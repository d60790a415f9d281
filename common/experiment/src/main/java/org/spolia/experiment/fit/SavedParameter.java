package org.spolia.experiment.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.key.Key;

/** A parameter with its own value for each category. */
public record SavedParameter(
        @Key("its name in equations") String name,
        @Key("its values in the order of the categories") List<Double> values) {
    static Stream<SavedParameter> of(Composition composition) {
        List<String> names = composition.template().parameters();
        return IntStream.range(0, names.size())
                .mapToObj(parameter -> new SavedParameter(
                        names.get(parameter),
                        Arrays.stream(composition.values(parameter)).boxed().toList()));
    }
}

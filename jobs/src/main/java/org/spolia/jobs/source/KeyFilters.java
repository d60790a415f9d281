package org.spolia.jobs.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Unevaluable;
import org.apache.spark.sql.types.StructType;
import org.spolia.jobs.source.format.FileHeader;
import org.spolia.jobs.source.format.HeaderColumn;
import org.spolia.jobs.source.format.Selection;
import org.spolia.jobs.source.format.WellFormat;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;

/**
 * Filters that planning can decide: filters on columns that are constant in a file, on the trajectory, or on the step.
 */
final class KeyFilters {
    private final Set<String> constants;
    private final boolean hasFrames;
    private final List<Expression> ofFiles = new ArrayList<>();
    private final List<Expression> ofTrajectories = new ArrayList<>();
    private final List<Expression> ofSteps = new ArrayList<>();

    /**
     * Creates an empty set of filters.
     *
     * @param keys the columns that every file has
     * @param headers the headers of all files
     */
    KeyFilters(StructType keys, List<FileHeader> headers) {
        this.constants = headers.stream()
                .flatMap(header -> folded(header.constants()).keySet().stream())
                .collect(Collectors.toCollection(HashSet::new));
        this.hasFrames = Set.of(keys.fieldNames()).containsAll(Set.of(WellFormat.TRAJECTORY, WellFormat.STEP));
        for (FileHeader header : headers) {
            constants.removeAll(varying(keys, header));
        }
    }

    /** The columns that vary within a file. Columns that the file lacks are NULL in all of its rows. */
    private static Set<String> varying(StructType keys, FileHeader header) {
        Set<String> constants = folded(header.constants()).keySet();
        return Stream.concat(
                        Arrays.stream(keys.fields()), header.columns().stream().map(HeaderColumn::field))
                .map(field -> FileHeader.fold(field.name()))
                .filter(name -> !constants.contains(name))
                .collect(Collectors.toSet());
    }

    /** Accepts a filter if planning can decide it exactly. */
    boolean add(Expression filter) {
        Set<String> names = CollectionConverters.asJava(filter.references().toSeq()).stream()
                .map(Attribute::name)
                .map(FileHeader::fold)
                .collect(Collectors.toSet());
        if (names.isEmpty() || !filter.deterministic() || !canBeEvaluated(filter)) {
            return false;
        }
        if (constants.containsAll(names)) {
            return ofFiles.add(filter);
        }
        // Files of rows may have ordinary columns with these names.
        if (hasFrames && names.equals(Set.of(WellFormat.TRAJECTORY))) {
            return ofTrajectories.add(filter);
        }
        return hasFrames && names.equals(Set.of(WellFormat.STEP)) && ofSteps.add(filter);
    }

    boolean accepts(FileHeader header) {
        Map<String, Optional<Object>> values = folded(header.constants());
        return ofFiles.stream().allMatch(filter -> isTrue(filter, name -> values.getOrDefault(name, Optional.empty())));
    }

    /** Applies the filters to a selection in these files. */
    Selection narrow(Selection selection, List<FileHeader> headers) {
        Selection narrowed = selection;
        if (!ofTrajectories.isEmpty()) {
            int most = headers.stream().mapToInt(FileHeader::trajectories).max().orElse(0);
            narrowed = narrowed.withTrajectories(accepted(ofTrajectories, most));
        }
        if (!ofSteps.isEmpty()) {
            long most = headers.stream().mapToLong(FileHeader::steps).max().orElse(0);
            narrowed = narrowed.withSteps(accepted(ofSteps, Math.toIntExact(most)));
        }
        return narrowed;
    }

    private static BitSet accepted(List<Expression> filters, int most) {
        BitSet accepted = new BitSet(most);
        for (int i = 0; i < most; i++) {
            Optional<Object> number = Optional.of(i);
            accepted.set(i, filters.stream().allMatch(filter -> isTrue(filter, name -> number)));
        }
        return accepted;
    }

    private static Map<String, Optional<Object>> folded(Map<String, Optional<Object>> constants) {
        return constants.entrySet().stream()
                .collect(Collectors.toMap(entry -> FileHeader.fold(entry.getKey()), Map.Entry::getValue));
    }

    private static boolean isTrue(Expression filter, Function<String, Optional<Object>> values) {
        Expression bound = filter.transform(new AbstractPartialFunction<>() {
            @Override
            public boolean isDefinedAt(Expression expression) {
                return expression instanceof AttributeReference;
            }

            @Override
            public Expression apply(Expression expression) {
                String name = FileHeader.fold(((AttributeReference) expression).name());
                return Literal.create(values.apply(name).orElse(null), expression.dataType());
            }
        });
        return Boolean.TRUE.equals(bound.eval(null));
    }

    private static boolean canBeEvaluated(Expression filter) {
        return !filter.exists(new AbstractFunction1<>() {
            @Override
            public Object apply(Expression expression) {
                return expression instanceof Unevaluable && !(expression instanceof AttributeReference);
            }
        });
    }

    @Override
    public String toString() {
        return Stream.of(ofFiles, ofTrajectories, ofSteps)
                .flatMap(List::stream)
                .map(Expression::sql)
                .collect(Collectors.joining(" AND "));
    }
}

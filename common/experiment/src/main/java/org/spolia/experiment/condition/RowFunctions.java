package org.spolia.experiment.condition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions of Spark SQL that an expression over a row may call. Each is a pure function of its arguments: it reads
 * no file, clock, random generator or setting, calls no code by name, and returns nothing that is much larger than its
 * arguments.
 */
public final class RowFunctions {
    private static final String NUMBERS = """
            abs acos acosh asin asinh atan atan2 atanh bround cbrt ceil ceiling cos cosh cot csc degrees e exp expm1 factorial floor \
            greatest hypot isnan least ln log log10 log1p log2 mod nanvl negative pi pmod positive pow power radians rint round sec sign \
            signum sin sinh sqrt tan tanh try_add try_divide try_mod try_multiply try_subtract bit_count bit_get getbit shiftleft \
            shiftright shiftrightunsigned""";
    private static final String CHOICES =
            "coalesce equal_null if ifnull isnotnull isnull nullif nullifzero nvl nvl2 zeroifnull";
    private static final String TYPES =
            "bigint binary boolean cast decimal double float int smallint string tinyint try_cast";
    private static final String HASHES = "crc32 hash md5 sha sha1 sha2 xxhash64";
    private static final String TEXTS = """
            ascii bit_length btrim char_length character_length contains endswith find_in_set instr lcase left length levenshtein like \
            locate lower ltrim octet_length position regexp regexp_count regexp_extract regexp_instr regexp_like regexp_substr replace \
            reverse right rlike rtrim split split_part startswith substr substring substring_index translate trim ucase upper""";
    private static final String ARRAYS = """
            aggregate array array_compact array_contains array_distinct array_except array_intersect array_max array_min array_position \
            array_size arrays_overlap cardinality concat element_at exists filter flatten forall get reduce size slice sort_array \
            transform try_element_at zip_with""";

    private static final Set<String> NAMES = Stream.of(NUMBERS, CHOICES, TYPES, HASHES, TEXTS, ARRAYS)
            .flatMap(names -> Stream.of(names.split("\\s+")))
            .collect(Collectors.toCollection(TreeSet::new));

    private RowFunctions() {}

    /** Returns whether a lower-case name is one of them. */
    public static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** Returns their lower-case names, sorted. */
    public static List<String> names() {
        return List.copyOf(NAMES);
    }
}

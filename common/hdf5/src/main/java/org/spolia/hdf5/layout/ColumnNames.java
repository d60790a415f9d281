package org.spolia.hdf5.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that are unique without regard to case. Of names that clash, the one in lower case is kept. */
final class ColumnNames {
    private ColumnNames() {}

    /** Returns a unique name for each name, independent of their order. */
    static Map<String, String> unique(List<String> names) {
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.<String, Boolean>comparing(name -> !name.equals(folded(name)))
                .thenComparing(Comparator.naturalOrder()));
        Set<String> taken = new HashSet<>();
        Map<String, String> unique = new HashMap<>();
        List<String> clashing = new ArrayList<>();
        for (String name : ordered) {
            if (taken.add(folded(name))) {
                unique.put(name, name);
            } else {
                clashing.add(name);
            }
        }
        for (String name : clashing) {
            int number = 2;
            while (!taken.add(folded(name + "_" + number))) {
                number++;
            }
            unique.put(name, name + "_" + number);
        }
        return unique;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

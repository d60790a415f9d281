package org.spolia.bench.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways to damage a configuration. */
enum Lines {
    OTHER_VALUE {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int colon = line.indexOf(": ");
            String value = VALUES.get(random.nextInt(VALUES.size()));
            lines.set(at, colon < 0 ? line + value : line.substring(0, colon + 2) + value);
        }
    },
    OTHER_PART {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int start = random.nextInt(line.length() + 1);
            int end = start + random.nextInt(Math.min(8, line.length() - start + 1));
            lines.set(at, line.substring(0, start) + VALUES.get(random.nextInt(VALUES.size())) + line.substring(end));
        }
    },
    CHANGED_CHARACTER {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            int at = random.nextInt(lines.size());
            StringBuilder line = new StringBuilder(lines.get(at));
            if (!line.isEmpty()) {
                line.setCharAt(random.nextInt(line.length()), (char)
                        (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
            }
            lines.set(at, line.toString());
        }
    },
    REMOVED {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            lines.remove(random.nextInt(lines.size()));
        }
    },
    REPEATED {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            int at = random.nextInt(lines.size());
            lines.add(random.nextInt(lines.size()), lines.get(at));
        }
    },
    SPLICED {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            lines.add(random.nextInt(lines.size()), others.get(random.nextInt(others.size())));
        }
    },
    INDENTED {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            int at = random.nextInt(lines.size());
            lines.set(
                    at,
                    random.nextBoolean() ? "  " + lines.get(at) : lines.get(at).strip());
        }
    },
    ALIASES {
        @Override
        void of(List<String> lines, List<String> others, Random random) {
            StringBuilder bomb = new StringBuilder("k0: &k0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
            int levels = 1 + random.nextInt(12);
            for (int level = 1; level <= levels; level++) {
                String elements = String.join(", ", Collections.nCopies(8, "*k" + (level - 1)));
                bomb.append("k" + level + ": &k" + level + " [" + elements + "]\n");
            }
            bomb.append("seeds: *k").append(levels);
            lines.add(random.nextBoolean() ? 0 : lines.size(), bomb.toString());
        }
    };

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "1e308",
            "-1e-320",
            ".nan",
            ".inf",
            "9223372036854775807",
            "2147483648",
            "99999999999999999999",
            "true",
            "null",
            "~",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "*x",
            "&x 1",
            "!!binary aGk=",
            "!!java.lang.Runtime {}",
            "!x y",
            "|",
            "'",
            "\"",
            "\"\\u0000\"",
            "..",
            "/etc/passwd",
            "file:///etc/passwd",
            "[0, 0]",
            "[-1]",
            "[1, 2",
            "x: y",
            "? x",
            "<<: {a: 1}",
            "reflect('a', 'b')",
            "rand() < 0.5",
            "(".repeat(2000),
            "[".repeat(3000),
            "{a: ".repeat(1200),
            "x".repeat(100_000),
            "x*".repeat(3000) + "x",
            "-".repeat(3000) + "x",
            "sin(".repeat(3000) + "x" + ")".repeat(3000));

    /** @param others lines of other configurations */
    abstract void of(List<String> lines, List<String> others, Random random);

    static String damaged(String text, List<String> others, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = random.nextInt(3); i >= 0 && !lines.isEmpty(); i--) {
            Lines[] kinds = values();
            kinds[random.nextInt(kinds.length)].of(lines, others, random);
        }
        return String.join("\n", lines) + "\n";
    }
}

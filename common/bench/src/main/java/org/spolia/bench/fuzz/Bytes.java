package org.spolia.bench.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to damage an HDF5 file. Some of them locate its structures. */
enum Bytes {
    FLIPPED_BITS {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        }
    },
    FLIPPED_BITS_OF_STRUCTURES {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                damaged[nearStructure(file, random, 1)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        }
    },
    EXTREME_NUMBER {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            for (int i = random.nextInt(2); i >= 0; i--) {
                int bytes = 1 << random.nextInt(4);
                put(damaged, nearStructure(file, random, bytes), bytes, extreme(file, random));
            }
            return damaged;
        }
    },
    CHANGED_NUMBER {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            int at = nearStructure(file, random, Long.BYTES);
            long number = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
            long changed = random.nextBoolean() ? number + random.nextInt(17) - 8 : number << random.nextInt(40);
            put(damaged, at, Long.BYTES, changed);
            return damaged;
        }
    },
    SEALED {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            List<Integer> starts = structures(file).stream()
                    .filter(start -> Sealed.end(file, start).isPresent())
                    .toList();
            if (starts.isEmpty()) {
                return EXTREME_NUMBER.of(file, other, random);
            }
            int start = starts.get(random.nextInt(starts.size()));
            int end = Sealed.end(file, start).orElseThrow();
            for (int i = random.nextInt(2); i >= 0; i--) {
                int bytes = 1 << random.nextInt(4);
                int at = start + Integer.BYTES + random.nextInt(Math.max(1, end - start - Integer.BYTES - bytes));
                if (random.nextBoolean()) {
                    put(damaged, at, bytes, extreme(file, random));
                } else {
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
            Sealed.seal(damaged, start, end);
            return damaged;
        }
    },
    TRUNCATED {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    SPLICED {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            int length = 1 + random.nextInt(Math.min(512, Math.min(file.length, other.length)) - 1);
            System.arraycopy(
                    other,
                    random.nextInt(other.length - length),
                    damaged,
                    random.nextInt(file.length - length),
                    length);
            return damaged;
        }
    },
    ZEROED {
        @Override
        byte[] of(byte[] file, byte[] other, Random random) {
            byte[] damaged = file.clone();
            int start = nearStructure(file, random, 64);
            Arrays.fill(damaged, start, start + 1 + random.nextInt(64), (byte) 0);
            return damaged;
        }
    };

    private static final List<String> SIGNATURES = List.of(
            "\u0089HDF",
            "OHDR",
            "OCHK",
            "TREE",
            "SNOD",
            "HEAP",
            "GCOL",
            "FRHP",
            "FHDB",
            "FHIB",
            "BTHD",
            "BTLF",
            "BTIN",
            "FAHD",
            "FADB",
            "EAHD",
            "EAIB",
            "EADB");

    private static final String STARTS = "\u0089OTSHGFBE";

    /** The headers of most files are within this many bytes. */
    private static final int START = 4096;

    private static final int REACH = 256;

    /**
     * @param other another file, the source of spliced pieces
     */
    abstract byte[] of(byte[] file, byte[] other, Random random);

    /**
     * Returns a position after a signature, in the first headers, or anywhere, with at least this many bytes after it.
     */
    static int nearStructure(byte[] file, Random random, int bytes) {
        int last = file.length - bytes;
        int kind = random.nextInt(4);
        if (kind == 0) {
            return random.nextInt(last);
        }
        List<Integer> structures = kind == 1 ? List.of() : structures(file);
        int start = structures.isEmpty()
                ? random.nextInt(START)
                : structures.get(random.nextInt(structures.size())) + random.nextInt(REACH);
        return Math.min(start, last);
    }

    private static List<Integer> structures(byte[] file) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + Integer.BYTES <= file.length; at++) {
            if (STARTS.indexOf(file[at] & 0xff) >= 0
                    && SIGNATURES.contains(new String(file, at, Integer.BYTES, StandardCharsets.ISO_8859_1))) {
                places.add(at);
            }
        }
        return places;
    }

    private static long extreme(byte[] file, Random random) {
        long[] numbers = {
            0,
            1,
            -1,
            7,
            127,
            128,
            255,
            256,
            Short.MAX_VALUE,
            1 << 16,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE + 1L,
            (1L << 32) - 1,
            1L << 32,
            1L << 40,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE / 8,
            6_250_000_000L,
            2_000_000_000,
            file.length,
            file.length - 1,
            file.length + 1,
            1 << 24,
            random.nextLong(),
            random.nextInt()
        };
        return numbers[random.nextInt(numbers.length)];
    }

    private static void put(byte[] file, int at, int bytes, long number) {
        for (int i = 0; i < bytes; i++) {
            file[at + i] = (byte) (number >>> (Byte.SIZE * i));
        }
    }
}
